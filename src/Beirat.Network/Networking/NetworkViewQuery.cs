using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Data;
using Beirat.Network.Organizations;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Networking;

/// <summary>What the network is narrowed to; null means all.</summary>
public sealed record NetworkFilter(string? Topic = null, string? Language = null, string? District = null, OrganizationKind? Kind = null);

/// <summary>
/// People of the council, organisations and topics, and how they are connected, as far as the people show it to the
/// viewer. At most <see cref="NetworkLimits.Nodes"/> nodes; the number of queries does not grow with the city.
/// </summary>
public sealed class NetworkViewQuery
{
    private readonly NetworkDb _db;
    private readonly TopicDirectory _topics;
    private readonly TimeProvider _time;

    internal NetworkViewQuery(NetworkDb db, TopicDirectory topics, TimeProvider time) => (_db, _topics, _time) = (db, topics, time);

    /// <summary>With a <paramref name="centre"/>: that node and what is at most <paramref name="reach"/> (1 or 2) steps away. One that is not there is as if it was not given.</summary>
    public async Task<NetworkView> RunAsync(Viewer viewer, NetworkFilter filter, NodeKey? centre = null, int reach = 1, CancellationToken cancellation = default)
    {
        var names = await _topics.NamesAsync(cancellation);
        var records = new NetworkRecords(_db, names, viewer, _time.Today());
        var around = centre is null ? null : await records.AroundAsync(centre, cancellation);
        var people = await records.PeopleAsync(filter, around?.People ?? [], cancellation);
        var organizations = await records.OrganizationsAsync(filter, around?.Organizations ?? [], cancellation);
        var found = new Found(people, organizations, await records.DisclosureAsync(people, cancellation));
        var graph = new NetworkGraph();
        foreach (var person in people) graph.Add(person.Id, Node(NodeKind.Person, person));
        foreach (var organization in organizations) graph.Add(organization.Id, Node(NodeKind.Organization, organization));
        await ConnectAsync(graph, records, found, cancellation);
        var middle = centre?.Kind == NodeKind.Topic ? names.BySlug(centre.Slug) : null;
        await FileAsync(graph, records, found, names, new TopicGroups(names, names.BySlug(filter.Topic), middle), cancellation);
        if (around is { } near && graph.Knows(near.Id)) return graph.Around(near.Id, Math.Clamp(reach, 1, 2));
        var view = graph.Best();
        return view with { LeftOut = view.LeftOut + await BeyondAsync(records, filter, people, organizations, cancellation) };
    }

    private static NetworkNode Node(NodeKind kind, Candidate candidate) =>
        new(new NodeKey(kind, candidate.Slug), candidate.Name, candidate.ShortName ?? candidate.Name, null)
        {
            Organization = candidate.Kind,
            Sort = candidate.SortName,
        };

    // Whoever hides their roles or topics has no tie here: nothing is drawn and then covered.
    private static async Task ConnectAsync(NetworkGraph graph, NetworkRecords records, Found found, CancellationToken cancellation)
    {
        var ids = found.Organizations.ConvertAll(o => o.Id);
        foreach (var role in await records.RolesAsync(found.Showing(ProfileField.Roles), ids, cancellation))
            graph.Tie(role.PersonId, role.OrganizationId, TieKind.Role, t => t with { Role = role.Role, Since = role.From });
        foreach (var relation in await records.RelationsAsync(ids, cancellation))
            graph.Tie(relation.FromId, relation.ToId, KindOf(relation.Kind), t => t with { Since = relation.From });
        foreach (var part in found.Organizations.Where(o => o.PartOf is not null)) graph.Tie(part.Id, part.PartOf!.Value, TieKind.PartOf);
    }

    private static async Task FileAsync(
        NetworkGraph graph, NetworkRecords records, Found found, TopicNames names, TopicGroups groups, CancellationToken cancellation)
    {
        var claims = await records.ClaimsAsync(found.Showing(ProfileField.Topics), cancellation);
        var work = await records.WorkAsync(found.Organizations.ConvertAll(o => o.Id), cancellation);
        foreach (var (kind, uses) in new[] { (TieKind.Knows, claims), (TieKind.WorksOn, work) })
        {
            foreach (var filed in uses.GroupBy(u => (u.Subject, Topic: groups.Of(u.Topic))))
            {
                if (filed.Key.Topic is not { } group) continue;
                if (!graph.Knows(group)) graph.Add(group, Node(names.Link(group)!));
                var narrower = names.Links(filed.Select(u => u.Topic).Where(t => t != group));
                graph.Tie(filed.Key.Subject, group, kind, t => t with { Topics = narrower });
            }
        }
    }

    private static NetworkNode Node(TopicLink topic) =>
        new(new NodeKey(NodeKind.Topic, topic.Slug), topic.Label, topic.Label, topic.Language) { Sort = Slug.Fold(topic.Label) };

    private static TieKind KindOf(OrganizationRelationKind kind) => kind switch
    {
        OrganizationRelationKind.MemberOf => TieKind.MemberOf,
        OrganizationRelationKind.Represents => TieKind.Represents,
        _ => TieKind.TalksTo,
    };

    /// <summary>How many match the filter beyond those that were looked at.</summary>
    private static async Task<int> BeyondAsync(
        NetworkRecords records, NetworkFilter filter, List<Candidate> people, List<Candidate> organizations, CancellationToken cancellation)
    {
        var beyond = 0;
        if (people.Count == NetworkRecords.Candidates) beyond += await records.People(filter).CountAsync(cancellation) - people.Count;
        if (organizations.Count == NetworkRecords.Candidates) beyond += await records.Organizations(filter).CountAsync(cancellation) - organizations.Count;
        return beyond;
    }

    private sealed record Found(List<Candidate> People, List<Candidate> Organizations, Disclosure Discloses)
    {
        public List<Guid> Showing(ProfileField field) => [.. People.Where(p => Discloses.Shows(p.Id, field)).Select(p => p.Id)];
    }
}
