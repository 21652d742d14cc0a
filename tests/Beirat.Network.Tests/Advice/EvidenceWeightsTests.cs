using Beirat.Network.Advice;
using Beirat.Network.Search;
using Xunit;

namespace Beirat.Network.Tests.Advice;

/// <summary>What takes points away is bounded, grows with the work, and is never more than there is.</summary>
public sealed class EvidenceWeightsTests
{
    [Fact]
    public void Requests_and_turns_together_take_at_most_four_tenths_whatever_there_is_to_do()
    {
        var random = new Random(20_261_122);
        for (var i = 0; i < 20_000; i++)
        {
            var points = decimal.Round((decimal)(random.NextDouble() * random.Next(1, 500)), 1);
            var (requests, turns) = EvidenceWeights.Load(points, random.Next(-3, 60), random.Next(-3, 400));

            Assert.True(requests <= 0 && turns <= 0, $"{points}: {requests}, {turns}");
            Assert.True(-(requests + turns) <= points * EvidenceWeights.MostLoad, $"{points}: {requests}, {turns}");
            Assert.Equal(decimal.Round(requests, 1), requests);
            Assert.Equal(decimal.Round(turns, 1), turns);
        }
    }

    [Fact]
    public void More_to_do_never_takes_less()
    {
        for (var n = 0; n < 30; n++)
        {
            var (fewer, more) = (EvidenceWeights.Load(40, n, n), EvidenceWeights.Load(40, n + 1, n + 1));
            Assert.True(more.Requests <= fewer.Requests);
            Assert.True(more.Turns <= fewer.Turns);
        }
    }

    [Theory]
    [InlineData(0, 0, 0, 0)]
    [InlineData(-1, -5, 0, 0)]
    [InlineData(1, 0, -3.2, 0)]
    [InlineData(0, 1, 0, -1.6)]
    [InlineData(2, 3, -6.4, -4.8)]
    [InlineData(3, 4, -9.6, -6.4)]
    [InlineData(100, 100, -9.6, -6.4)]
    public void Each_request_takes_eight_and_each_turn_four_of_a_hundred_points_up_to_a_bound(int open, int recent, double requests, double turns) =>
        Assert.Equal(((decimal)requests, (decimal)turns), EvidenceWeights.Load(40, open, recent));

    [Fact]
    public void Who_has_no_points_has_none_to_lose() => Assert.Equal((0m, 0m), EvidenceWeights.Load(0, 10, 10));

    [Fact]
    public void Of_a_kind_only_the_strongest_count_and_what_is_about_time_speaks_for_nobody()
    {
        var day = new DateOnly(2026, 11, 22);
        var posts = Enumerable.Range(0, 40).Select(i => Found(EvidenceKind.Post, day.AddDays(-i), 1)).ToList();

        var ledger = EvidenceWeights.Ledger([.. posts, Found(EvidenceKind.Absence, day, 1), Found(EvidenceKind.Load, day, 1), Found(EvidenceKind.Turns, day, 1)], day);

        Assert.Equal(3, ledger.Count);
        Assert.All(ledger, l => Assert.Equal(EvidenceKind.Post, l.Found.Facts.Kind));
        Assert.Equal(posts.Take(3).Select(p => p.Facts.Date), ledger.Select(l => l.Found.Facts.Date));
    }

    [Fact]
    public void The_older_something_is_the_less_it_counts_but_never_nothing()
    {
        var day = new DateOnly(2026, 11, 22);
        var points = new[] { 0, 1, 3, 6, 30 }.Select(years => Assert.Single(EvidenceWeights.Ledger([Found(EvidenceKind.Article, day.AddYears(-years), 1)], day)).Points).ToList();

        Assert.Equal([9.0m, 7.1m, 4.5m, 2.7m, 2.7m], points);
    }

    [Fact]
    public void Facts_are_read_back_as_they_were_written()
    {
        var random = new Random(7);
        for (var i = 0; i < 500; i++)
        {
            var kind = (EvidenceKind)random.Next(0, 7);
            var facts = new EvidenceFacts(
                new SeenSubject(new Beirat.Network.Outbox.Subject((Beirat.Network.Outbox.SubjectKind)random.Next(0, 7), Guid.NewGuid()), random.Next(2) == 0 ? null : random.Next(0, 9_000)),
                Guid.NewGuid(), kind, Guid.NewGuid(), random.Next(2) == 0 ? null : DateOnly.FromDayNumber(random.Next(0, 900_000)));

            Assert.Equal(facts, EvidenceFacts.Read(facts.ToBytes()));
        }
    }

    private static FoundEvidence Found(EvidenceKind kind, DateOnly? date, double relevance) => new(
        new EvidenceFacts(new SeenSubject(new Beirat.Network.Outbox.Subject(Beirat.Network.Outbox.SubjectKind.Post, Guid.NewGuid()), null), Guid.Empty, kind, Guid.NewGuid(), date), relevance);
}
