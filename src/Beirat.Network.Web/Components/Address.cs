using Beirat.Network.Networking;
using Beirat.Network.Outbox;
using Beirat.Network.Search;

namespace Beirat.Network.Web.Components;

/// <summary>Where things are. The one place that builds addresses out of what the index knows.</summary>
internal static class Address
{
    public static string Of(SearchHit hit) => Of(hit.Kind, hit.Key);

    public static string Of(SubjectKind kind, string key) => kind switch
    {
        SubjectKind.Person => $"/mitglieder/{key}",
        SubjectKind.Organization => $"/organisationen/{key}",
        SubjectKind.Topic => $"/themen/{key}",
        SubjectKind.Article => $"/wissen/{key}",
        SubjectKind.Discussion => $"/diskussionen/{key}",
        SubjectKind.Post => Post(key),
        SubjectKind.Event => $"/veranstaltungen/{key}",
        SubjectKind.Concept => $"/glossar/{key}",
        _ => "/",
    };

    public static string Of(NodeKey node) => Of(
        node.Kind switch { NodeKind.Person => SubjectKind.Person, NodeKind.Organization => SubjectKind.Organization, _ => SubjectKind.Topic }, node.Slug);

    /// <summary>Where the source of a piece of evidence is.</summary>
    public static string? Of(EvidenceKind kind, string key, string personSlug) => kind switch
    {
        EvidenceKind.Article => Of(SubjectKind.Article, key),
        EvidenceKind.Post => Of(SubjectKind.Post, key),
        EvidenceKind.Event or EvidenceKind.Course => Of(SubjectKind.Event, key),
        EvidenceKind.AnsweredRequest => key.Length > 0 ? $"/beratung/anfragen/{key}" : null,
        EvidenceKind.OrganizationRole => Of(SubjectKind.Organization, key),
        EvidenceKind.Absence or EvidenceKind.Load or EvidenceKind.Turns => null,
        _ => Of(SubjectKind.Person, personSlug),
    };

    /// <summary>An address with query parameters; empty ones are left out.</summary>
    public static string With(string path, params (string Name, string? Value)[] query)
    {
        var given = query.Where(q => !string.IsNullOrEmpty(q.Value)).Select(q => $"{q.Name}={Uri.EscapeDataString(q.Value!)}").ToList();
        return given.Count == 0 ? path : $"{path}?{string.Join('&', given)}";
    }

    /// <summary>More query parameters for an address that may have some.</summary>
    public static string Plus(string address, params (string Name, string? Value)[] query)
    {
        var more = With(string.Empty, query);
        return more.Length == 0 ? address : address + (address.Contains('?', StringComparison.Ordinal) ? $"&{more[1..]}" : more);
    }

    // A post is shown on the page of its thread that holds it: key "discussion#sequence".
    private static string Post(string key)
    {
        var parts = key.Split('#');
        return parts.Length == 2 ? $"/diskussionen/{parts[0]}?beitrag={parts[1]}#beitrag-{parts[1]}" : $"/diskussionen/{key}";
    }
}
