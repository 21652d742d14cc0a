using System.Text.RegularExpressions;
using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.People;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Discussions;

/// <summary>Who is called in a text, or why that cannot be.</summary>
internal sealed record MentionsFound(IReadOnlyList<Guid> People, Refusal? Refusal, IReadOnlyList<string> Outside)
{
    public static readonly MentionsFound None = new([], null, []);

    /// <summary>Records them with the post.</summary>
    public void Note(NetworkDb db, Post post)
    {
        if (People.Count == 0) return;
        post.Bring(PostExtras.Mentions);
        db.PostMentions.AddRange(People.Select(p => new PostMention(post.Id, p, post.EditedAt ?? post.At)));
    }
}

/// <summary>
/// Finds "@Given Family" in a text, typed by hand or chosen from a list. As with <see cref="PeopleByName"/> a name is
/// compared as the last part of an address; what is nobody's name stays a word like any other.
/// </summary>
internal sealed partial class MentionFinder(NetworkDb db, TimeProvider time)
{
    /// <summary>People called in one post.</summary>
    public const int Most = 10;

    private const int MostWords = 4;

    public async Task<MentionsFound> FindAsync(Viewer viewer, Discussion discussion, string text, CancellationToken cancellation)
    {
        var typed = Typed(text);
        if (typed.Count == 0) return MentionsFound.None;
        if (typed.Count > Most * 2) return new MentionsFound([], Refusal.TooManyMentions, []);
        var slugs = typed.SelectMany(t => t).Distinct().ToList();
        var today = time.Today();
        var readers = db.ReadersOf(discussion, today).Select(p => p.Id);
        var seen = db.People.VisibleTo(viewer, db, today).Select(p => p.Id);
        var people = await db.People.Where(p => slugs.Contains(p.Slug) && (readers.Contains(p.Id) || seen.Contains(p.Id)))
            .Select(p => new { p.Id, p.Slug, p.Name, Reads = readers.Contains(p.Id) }).ToDictionaryAsync(p => p.Slug, cancellation);
        // The longest run of words that is a name counts: "@Anna Maria Roth" is not Anna Maria.
        var called = typed.Select(t => t.Select(people.GetValueOrDefault).FirstOrDefault(p => p is not null)).OfType<object>().Distinct().ToList();
        var meant = people.Values.Where(p => called.Contains(p)).ToList();
        if (meant.Count > Most) return new MentionsFound([], Refusal.TooManyMentions, []);
        var outside = meant.Where(p => !p.Reads).Select(p => p.Name).ToList();
        return new MentionsFound([.. meant.Where(p => p.Reads).Select(p => p.Id)], outside.Count > 0 ? Refusal.OutsideAudience : null, outside);
    }

    /// <summary>For each "@" what may be meant, the longest first.</summary>
    internal static IReadOnlyList<IReadOnlyList<string>> Typed(string text) =>
        [.. AtName().Matches(text).Select(m => Runs(m.Groups[1].Value)).Where(r => r.Count > 0)];

    private static List<string> Runs(string words)
    {
        var parts = words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords).ToList();
        return [.. Enumerable.Range(0, parts.Count).Select(i => Slug.From(string.Join(' ', parts[..(parts.Count - i)]), fallback: string.Empty)).Where(s => s.Length > 1)];
    }

    [GeneratedRegex(@"(?<![\p{L}\p{N}_./@])@(\p{L}[\p{L}\p{M}\p{N}'’-]*(?: \p{L}[\p{L}\p{M}\p{N}'’-]*){0,3})")]
    private static partial Regex AtName();
}
