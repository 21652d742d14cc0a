using Beirat.Network.Common;
using Beirat.Network.Knowledge;
using Beirat.Network.Web.Components;

namespace Beirat.Network.Web.Knowledge;

/// <summary>What the form of an article holds.</summary>
public sealed class ArticleEntry
{
    public int Version { get; set; }

    /// <summary>What the pressed button is for; see <see cref="ArticleFormPage"/>.</summary>
    public string? Step { get; set; }

    public string? Title { get; set; }

    public string? Text { get; set; }

    public string? Language { get; set; }

    public string? Audience { get; set; }

    /// <summary>Slugs; a form in which none is ticked sends none, and the binder makes that null.</summary>
    public List<string> Topics { get; set => field = value ?? []; } = [];

    public string? Owner { get; set; }

    /// <summary>Slugs.</summary>
    public List<string> Contributors { get; set => field = value ?? []; } = [];

    public string? ReviewOn { get; set; }

    public string? Source { get; set; }

    public string? Note { get; set; }

    internal ArticleText ToText() =>
        new(Title ?? string.Empty, Text ?? string.Empty, Language ?? Languages.Default, Enum.TryParse<Audience>(Audience, out var level) ? level : Common.Audience.Members);

    internal ArticleDetails ToDetails() => new(
        [.. Topics.Distinct()], Owner ?? string.Empty, [.. Contributors.Distinct()], Typed.TryDay(ReviewOn, out var day) ? day : null, Source ?? string.Empty);

    internal static ArticleEntry Of(ArticleForm form) => new()
    {
        Version = form.Version, Title = form.Text.Title, Text = form.Text.Text, Language = form.Text.Language, Audience = form.Text.Audience.ToString(),
        Topics = [.. form.Details.Topics], Owner = form.Details.Owner, Contributors = [.. form.Details.Contributors],
        ReviewOn = form.Details.ReviewOn is { } day ? When.Machine(day) : string.Empty, Source = form.Details.Source,
    };
}
