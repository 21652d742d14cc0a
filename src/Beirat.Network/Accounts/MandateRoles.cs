using Beirat.Network.Common;
using Beirat.Network.Council;

namespace Beirat.Network.Accounts;

/// <summary>A place in the council, as far as it gives a role in the portal.</summary>
internal sealed record MandatePlace(SeatCategory Category, bool IsDeputy, DateOnly From, DateOnly? Until);

/// <summary>
/// The roles that come with a place in the council. They are read from the records of that day and never copied to the
/// account: a mandate that ends at midnight ends there, whether or not anything ran in the night.
/// </summary>
internal static class MandateRoles
{
    private static readonly AccountRole[] OfTheCouncil = [AccountRole.ExpertMember, AccountRole.Deputy, AccountRole.CouncilMember];

    /// <summary>
    /// What an account may do on a day. Of those who ever had a place the records decide; a role of the council that an
    /// operator gave to somebody without any record counts until there is one.
    /// </summary>
    public static IReadOnlyList<AccountRole> On(DateOnly day, IReadOnlyList<AccountRole> given, IReadOnlyCollection<MandatePlace> places)
    {
        if (places.Count == 0) return given;
        var held = places.Where(p => new Period(p.From, p.Until).Covers(day)).Select(RoleOf).Distinct().Order();
        return [.. given.Except(OfTheCouncil), .. held];
    }

    private static AccountRole RoleOf(MandatePlace place) => place switch
    {
        { IsDeputy: true } => AccountRole.Deputy,
        { Category: SeatCategory.CouncilMember } => AccountRole.CouncilMember,
        _ => AccountRole.ExpertMember,
    };
}
