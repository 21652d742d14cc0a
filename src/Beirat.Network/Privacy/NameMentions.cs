using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Privacy;

/// <summary>A text that holds a name. <see cref="Key"/> is the last part of its address.</summary>
public sealed record Mention(SubjectKind Kind, string Key, string Title, string Language);

/// <summary>Where a name stands in texts; <see cref="Shown"/> are the first of <see cref="Count"/>.</summary>
public sealed record Mentions(int Count, IReadOnlyList<Mention> Shown)
{
    public static readonly Mentions None = new(0, []);
}

internal static class NameMentions
{
    /// <summary>Texts of a kind that are listed.</summary>
    private const int Listed = 25;

    /// <summary>Looks for a name, as it is written, in what people wrote. What is found is told and not kept.</summary>
    public static async Task<Mentions> MentionsOfAsync(this NetworkDb db, string name, CancellationToken cancellation)
    {
        if (name.Length == 0) return Mentions.None;
        var articles = db.Articles.Where(a => a.Title.Contains(name) || a.Text.Contains(name) || a.Summary.Contains(name));
        var posts = db.Posts.Where(p => p.RemovedAt == null && p.Text.Contains(name));
        var organizations = db.Organizations.Where(o => o.Name.Contains(name) || o.Description.Contains(name) || o.MeetingPoint.Contains(name));
        var events = db.Events.Where(e => e.Title.Contains(name) || e.Description.Contains(name));
        var count = await articles.CountAsync(cancellation) + await posts.CountAsync(cancellation)
            + await organizations.CountAsync(cancellation) + await events.CountAsync(cancellation);
        if (count == 0) return Mentions.None;
        var inPosts = await (
            from p in posts.OrderBy(p => p.Id).Take(Listed)
            join d in db.Discussions on p.DiscussionId equals d.Id
            select new { d.Id, d.Title, d.Language, p.Sequence }).ToListAsync(cancellation);
        return new Mentions(count,
        [
            .. await articles.OrderBy(a => a.Slug).Take(Listed).Select(a => new Mention(SubjectKind.Article, a.Slug, a.Title, a.Language)).ToListAsync(cancellation),
            .. inPosts.Select(p => new Mention(SubjectKind.Post, $"{p.Id}#{p.Sequence}", p.Title, p.Language)),
            .. await organizations.OrderBy(o => o.Slug).Take(Listed).Select(o => new Mention(SubjectKind.Organization, o.Slug, o.Name, Languages.Default)).ToListAsync(cancellation),
            .. await events.OrderBy(e => e.Slug).Take(Listed).Select(e => new Mention(SubjectKind.Event, e.Slug, e.Title, Languages.Default)).ToListAsync(cancellation),
        ]);
    }
}
