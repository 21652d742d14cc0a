using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Council;
using Beirat.Network.Organizations;
using Beirat.Network.People;

namespace Beirat.Network.Seeding;

internal static class SeedPeople
{
    public static void Read(SeedFolder seed, DemoCouncil council)
    {
        var organizations = seed.Read<List<SeedOrganization>>("organizations.json");
        council.Organizations.AddRange(organizations.Select(Organization));
        council.Relations.AddRange(organizations.SelectMany(o => o.Relations.Select(r => Relation(o.Id, r))));
        var consents = seed.Read<SeedConsents>("consents.json");
        council.People.AddRange(seed.Read<List<SeedPerson>>("people.json").Select(p => Person(p, consents)));
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
        if (record.Contact is { } contact)
            organization.BeReached(new OrganizationContact(contact.Email ?? "", contact.Phone ?? "", contact.Website ?? "", contact.MeetingPoint ?? ""));
        organization.BelongTo(SeedIds.Maybe("organization", record.PartOf));
        foreach (var topic in record.Topics) organization.WorkOn(SeedIds.Of("topic", topic));
        return organization;
    }

    private static OrganizationRelation Relation(string from, SeedRelation record) => new(
        SeedIds.Of("relation", $"{from}/{record.To}/{record.Kind}"), SeedIds.Of("organization", from), SeedIds.Of("organization", record.To),
        Enum.Parse<OrganizationRelationKind>(record.Kind, ignoreCase: true), record.From, record.Until);

    private static Person Person(SeedPerson record, SeedConsents consents)
    {
        var person = new Person(SeedIds.Of("person", record.Id), record.Id, record.GivenName, record.FamilyName);
        person.Describe(record.Headline, record.About);
        person.Reach(record.Districts, record.Communities);
        person.BeReached(record.Email ?? string.Empty, record.Phone ?? string.Empty);
        person.BeAvailable(record.Availability ?? string.Empty);
        person.ExperienceOnly(record.Experience.Select(e => new ExperienceEntry(e.Title, e.Place ?? string.Empty, e.From, e.Until, e.Note ?? string.Empty)));
        foreach (var language in record.Languages)
            person.Speak(language.Code, Enum.Parse<LanguageLevel>(language.Level), Uses(language.Uses));
        foreach (var profession in record.Professions) person.Practise(profession.Title, profession.Degree);
        foreach (var topic in record.Topics) person.KnowAbout(SeedIds.Of("topic", topic.Id), topic.Note);
        if (record.Absence is { } absence) person.BeAway(new Period(absence.From, absence.Until));
        Allow(person, record.Shown, consents);
        return person;
    }

    private static void Allow(Person person, Dictionary<string, string> own, SeedConsents consents)
    {
        var terms = new ConsentTerms(consents.Wording, consents.GivenAt, consents.ExpiresOn);
        foreach (var (name, usual) in consents.Shown)
        {
            var field = Enum.Parse<ProfileField>(name, ignoreCase: true);
            if (!Enum.TryParse<Audience>(own.GetValueOrDefault(name, usual), ignoreCase: true, out var audience)) continue;
            person.Allow(field, ConsentPurpose.Showing, audience, terms);
            if (!consents.NotFound.Contains(name)) person.Allow(field, ConsentPurpose.Finding, audience, terms);
        }
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
