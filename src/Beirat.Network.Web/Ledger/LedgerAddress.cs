using Beirat.Network.Ledger;
using Beirat.Network.Search;
using Beirat.Network.Web.Components;

namespace Beirat.Network.Web.Ledger;

/// <summary>Addresses of the ledger and of what is done there.</summary>
internal static class LedgerAddress
{
    public const string Own = "/konto/belege";
    public const string Staff = "/verwaltung/belege";

    /// <summary>The form by which an entry is contested.</summary>
    public static string Contest(EvidenceSource source) => $"{Own}/{source.Kind}/{source.Id}";

    /// <summary>The place of an entry on the page.</summary>
    public static string Anchor(EvidenceSource source) => $"beleg-{source.Kind}-{source.Id:N}".ToLowerInvariant();

    /// <summary>Where the source of an entry is: what somebody says of themselves is in their profile.</summary>
    public static string? Source(LedgerEntry entry) => entry.Source.Kind switch
    {
        EvidenceKind.Claim => "/konto/profil/themen",
        EvidenceKind.Profession => "/konto/profil/berufe",
        EvidenceKind.Endorsement => Address.Of(Outbox.SubjectKind.Topic, entry.Key),
        _ => Address.Of(entry.Source.Kind, entry.Key, string.Empty),
    };

    public static EvidenceKind? KindOf(string? text) =>
        Enum.TryParse<EvidenceKind>(text, ignoreCase: true, out var kind) && Enum.IsDefined(kind) && kind.Speaks() && !char.IsAsciiDigit(text![0]) ? kind : null;
}
