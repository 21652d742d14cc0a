using Beirat.Network.Common;

namespace Beirat.Network.Web.Components;

/// <summary>Options for choices, in the order of the reader's language.</summary>
internal static class Choices
{
    public static IEnumerable<KeyValuePair<string, string>> Languages(IEnumerable<string> codes) =>
        codes.Select(c => KeyValuePair.Create(c, Say.Language(c))).OrderBy(c => c.Value, StringComparer.CurrentCultureIgnoreCase);

    public static IEnumerable<KeyValuePair<string, string>> Topics(IEnumerable<TopicLink> topics) =>
        topics.Select(t => KeyValuePair.Create(t.Slug, t.Label));

    public static IEnumerable<KeyValuePair<string, string>> Same(IEnumerable<string> values) => values.Select(v => KeyValuePair.Create(v, v));
}
