using Beirat.Network.Common;
using Beirat.Network.Council;
using Beirat.Network.Organizations;
using Beirat.Network.People;

namespace Beirat.Network.Seeding;

internal static class SeedPeople
{
    public static void Read(SeedFolder seed, DemoCouncil council)
    {
        council.Organizations.AddRange(seed.Read<List<SeedOrganization>>("organizations.json").Select(Organization));
        council.People.AddRange(seed.Read<List<SeedPerson>>("people.json").Select(Person));
        council.Memberships.AddRange(seed.Read<List<SeedMembership>>("memberships.json").Select(Membership));
        var seats = seed.Read<SeedCouncil>("council.json");
        council.Terms.AddRange(seats.Terms.Select(t => new Term(SeedIds.Of("term", t.Name), t.Name, t.From, t.Until)));
        council.Rules.AddRange((seats.Rules ?? []).Select(r => new CouncilRule(Enum.Parse<CouncilRuleName>(r.Name, true), r.Allowed, r.Source)));
        council.Seats.AddRange(seats.Seats.Select(Seat));
    }

    private static Organization Organization(SeedOrganization record)
    {
        var organization = new Organization(SeedIds.Of("organization", record.Id), record.Id, record.Name, Enum.Parse<OrganizationKind>(record.Kind, true));
        organization.Rename(record.Name, record.ShortName);
        organization.Describe(record.Description, record.Founded, record.District, record.Languages);
        organization.BelongTo(SeedIds.Maybe("organization", record.PartOf));
        foreach (var topic in record.Topics) organization.WorkOn(SeedIds.Of("topic", topic));
        return organization;
    }

    private static Person Person(SeedPerson record)
    {
        var person = new Person(SeedIds.Of("person", record.Id), record.Id, record.GivenName, record.FamilyName);
        person.Describe(record.Headline, record.About, record.Districts);
        foreach (var language in record.Languages)
            person.Speak(language.Code, Enum.Parse<LanguageLevel>(language.Level), Uses(language.Uses));
        foreach (var profession in record.Professions) person.Practise(profession.Title, profession.Degree);
        foreach (var topic in record.Topics) person.KnowAbout(SeedIds.Of("topic", topic.Id), topic.Note);
        if (record.Absence is { } absence) person.BeAway(new Period(absence.From, absence.Until));
        return person;
    }

    private static LanguageUses Uses(IEnumerable<string> uses) =>
        uses.Aggregate(LanguageUses.None, (all, use) => all | Enum.Parse<LanguageUses>(use, ignoreCase: true));

    private static Membership Membership(SeedMembership record) => new(
        SeedIds.Of("membership", $"{record.Person}/{record.Organization}/{record.Role}/{record.From:O}"), SeedIds.Of("person", record.Person),
        SeedIds.Of("organization", record.Organization), Enum.Parse<MembershipRole>(record.Role, true), new Period(record.From, record.Until));

    private static Seat Seat(SeedSeat record)
    {
        var seat = new Seat(SeedIds.Of("seat", $"{record.Number}"), record.Number, Enum.Parse<SeatCategory>(record.Category, true), record.DeputyPlaces);
        foreach (var holder in record.Holders) seat.Assign(SeedIds.Of("person", holder.Person), 0, new Period(holder.From, holder.Until));
        foreach (var deputy in record.Deputies) seat.Assign(SeedIds.Of("person", deputy.Person), deputy.Order, new Period(deputy.From, deputy.Until));
        return seat;
    }
}
