using Beirat.Network.Accounts;
using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Organizations;
using Beirat.Network.People;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.AdviceRequests;

/// <summary>Somebody who can be asked.</summary>
public sealed record Askable(string Slug, string Name);

/// <summary>What the form for a new request offers. Without <see cref="People"/> the council is empty: the office takes the request.</summary>
public sealed record AdviceForm(IReadOnlyList<NamedLink> Organizations, bool MayAskForNone, IReadOnlyList<Askable> People);

/// <summary>Who may ask, for whom, and whom.</summary>
public sealed class AdviceFormQuery
{
    /// <summary>People to choose from without the finder.</summary>
    private const int Listed = 200;

    // Those who may ask without speaking for an organisation on record.
    private static readonly AccountRole[] Asking =
        [AccountRole.Staff, AccountRole.Administrator, AccountRole.CityOffice, AccountRole.CouncilMember, AccountRole.OrganizationRepresentative];

    private readonly NetworkDb _db;
    private readonly TimeProvider _time;

    internal AdviceFormQuery(NetworkDb db, TimeProvider time) => (_db, _time) = (db, time);

    /// <summary>True when the viewer may ask at all.</summary>
    public async Task<bool> MayAskAsync(Viewer viewer, CancellationToken cancellation = default) =>
        MayAskForNone(viewer) || await ForWhom(viewer).AnyAsync(cancellation);

    /// <summary>Null when the viewer may not ask. People that are chosen already are in the list, whoever else is.</summary>
    public async Task<AdviceForm?> RunAsync(Viewer viewer, IReadOnlyCollection<string> chosen, CancellationToken cancellation = default)
    {
        var organizations = await ForWhom(viewer).OrderBy(o => o.SortName).Take(Listed).Select(o => new NamedLink(o.Slug, o.Name)).ToListAsync(cancellation);
        if (organizations.Count == 0 && !MayAskForNone(viewer)) return null;
        return new AdviceForm(organizations, MayAskForNone(viewer), await AskableAsync(chosen, [], cancellation));
    }

    /// <summary>The council without the viewer, for a hint to somebody else.</summary>
    public Task<IReadOnlyList<Askable>> OthersAsync(Viewer viewer, CancellationToken cancellation = default) =>
        AskableAsync([], viewer.PersonId is { } self ? [self] : [], cancellation);

    /// <summary>Whoever sits in the council today, but those that were asked already.</summary>
    internal async Task<IReadOnlyList<Askable>> AskableAsync(IReadOnlyCollection<string> chosen, IReadOnlyCollection<Guid> without, CancellationToken cancellation)
    {
        var people = _db.Members(_time.Today()).Where(p => !without.Contains(p.Id));
        var rows = await people.OrderBy(p => chosen.Contains(p.Slug) ? 0 : 1).ThenBy(p => p.SortName).ThenBy(p => p.Id).Take(Listed)
            .Select(p => new { p.Slug, p.Name, p.SortName }).ToListAsync(cancellation);
        return [.. rows.OrderBy(p => p.SortName, StringComparer.Ordinal).Select(p => new Askable(p.Slug, p.Name))];
    }

    internal static bool MayAskForNone(Viewer viewer) => viewer.IsSignedIn && viewer.Roles.Any(Asking.Contains);

    /// <summary>Organisations that the viewer speaks for; members of a council ask for it, too.</summary>
    internal IQueryable<Organization> ForWhom(Viewer viewer)
    {
        var (person, today) = (viewer.AccountId is null ? null : viewer.PersonId, _time.Today());
        return _db.Organizations.Where(o => person != null && _db.Memberships.Any(m =>
            m.OrganizationId == o.Id && m.PersonId == person && m.From <= today && (m.Until == null || m.Until >= today)
            && (Membership.SpeakingRoles.Contains(m.Role) || o.Kind == OrganizationKind.Council)));
    }
}
