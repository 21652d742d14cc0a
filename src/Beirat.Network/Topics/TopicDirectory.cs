using System.Globalization;
using Beirat.Network.Data;
using Beirat.Network.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Topics;

/// <summary>The names of all topics, kept in memory: nearly every page shows some, and the scheme is small (thousands at most).</summary>
public sealed class TopicDirectory : IChangeListener
{
    private readonly IDbContextFactory<NetworkDb> _factory;
    private volatile Task<TopicScheme>? _scheme;

    internal TopicDirectory(IDbContextFactory<NetworkDb> factory) => _factory = factory;

    /// <summary>The topics in the language of the current request.</summary>
    public async Task<TopicNames> NamesAsync(CancellationToken cancellation = default) =>
        new(await SchemeAsync(cancellation), CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    internal async Task<TopicScheme> SchemeAsync(CancellationToken cancellation = default)
    {
        var scheme = _scheme ??= LoadAsync();
        try
        {
            return await scheme.WaitAsync(cancellation);
        }
        catch when (scheme.IsFaulted)
        {
            _scheme = null;
            throw;
        }
    }

    /// <summary>The names have changed: read them again when they are asked for next.</summary>
    internal void Forget() => _scheme = null;

    Task IChangeListener.ChangedAsync(IReadOnlyList<Subject> subjects, CancellationToken cancellation)
    {
        if (subjects.Any(s => s.Kind is SubjectKind.Topic or SubjectKind.Everything)) Forget();
        return Task.CompletedTask;
    }

    private async Task<TopicScheme> LoadAsync()
    {
        await using var db = await _factory.CreateDbContextAsync();
        var topics = await db.Topics.AsNoTracking().Include(t => t.Labels).ToListAsync();
        return new TopicScheme(topics.Select(t => new TopicEntry(
            t.Id, t.Slug, t.BroaderId,
            t.Labels.Where(l => l.Kind == TopicLabelKind.Preferred).ToDictionary(l => l.Language, l => l.Text),
            [.. t.Labels.Where(l => l.Kind != TopicLabelKind.Definition).Select(l => new TopicName(l.Language, l.Text))])));
    }
}
