using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.Events;
using Beirat.Network.Search;
using Beirat.Network.Topics;
using Beirat.Network.Vocabulary;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Advice;

/// <summary>Finds the people of the council who know about a question, with the reasons.</summary>
public sealed class AdviserQuery
{
    public const int Shown = 10;

    private readonly NetworkDb _db;
    private readonly TopicDirectory _topics;
    private readonly ConceptDirectory _concepts;
    private readonly EvidenceSearch _search;
    private readonly AdviserRanking _ranking;
    private readonly AdviceSurroundings _surroundings;
    private readonly TimeProvider _time;

    internal AdviserQuery(
        NetworkDb db, TopicDirectory topics, ConceptDirectory concepts, EvidenceSearch search, AdviserRanking ranking, AdviceSurroundings surroundings, TimeProvider time) =>
        (_db, _topics, _concepts, _search, _ranking, _surroundings, _time) = (db, topics, concepts, search, ranking, surroundings, time);

    public async Task<AdviserResult> RunAsync(Viewer viewer, AdviserRequest request, CancellationToken cancellation = default)
    {
        var names = await _topics.NamesAsync(cancellation);
        var topic = names.BySlug(request.Topic);
        var text = string.IsNullOrWhiteSpace(request.Question) ? names.Link(topic?.Id)?.Label : request.Question;
        var question = Question.Ask(text, await _concepts.GetAsync(cancellation), request.Without);
        var result = new AdviserResult(question.Text, true, UsedConcepts.Of(question), []) { IsCut = text?.Trim().Length > Question.MaxLength };
        if (await BestAsync(viewer, question, request, names, cancellation) is not { } best) return result with { Ready = false };
        if (best.Count > 0) return result with { Advisers = Read(question, best, names) };
        if (request.Only is not null) return result;
        var open = request.IsNarrowed ? (await BestAsync(viewer, question, request.Open(), names, cancellation))?.Count ?? 0 : 0;
        return result with { Near = await _surroundings.LookAsync(viewer, question, names, open, cancellation) };
    }

    /// <summary>Null while there is no index.</summary>
    private async Task<IReadOnlyList<RankedAdviser>?> BestAsync(
        Viewer viewer, Question question, AdviserRequest request, TopicNames names, CancellationToken cancellation)
    {
        // A topic that nobody has filed anything under, because there is none of that name.
        var topics = string.IsNullOrEmpty(request.Topic) ? null : names.BySlug(request.Topic) is { } topic ? names.WithNarrower(topic.Id) : [];
        var candidates = await _db.Candidates(viewer, request, _time.Today()).Select(p => p.Id).ToListAsync(cancellation);
        return _search.Find(viewer, question, candidates, topics) is { } found ? await _ranking.BestAsync(viewer, found, Shown, cancellation) : null;
    }

    // Only the texts of what is shown are read.
    private List<Adviser> Read(Question question, IReadOnlyList<RankedAdviser> best, TopicNames names)
    {
        var texts = _search.Read(question, [.. best.SelectMany(a => a.Ledger).Select(e => e.Found.Facts.Line)]);
        var asked = question.Concepts.Select(c => c.Concept.TopicId).OfType<Guid>().Distinct().ToList();
        var advisers = best.Select(a => a.Person with { Evidence = [.. a.Ledger.Select(e => Line(e, texts.GetValueOrDefault(e.Found.Facts.Line), asked, names)), .. a.Against] }).ToList();
        for (var i = 0; i + 1 < advisers.Count; i++) advisers[i] = advisers[i] with { Lead = AdviserLead.Of(advisers[i], advisers[i + 1]) };
        return advisers;
    }

    private Evidence Line(WeighedEvidence line, EvidenceText? text, List<Guid> asked, TopicNames names)
    {
        var facts = line.Found.Facts;
        // It left the index in this moment: it counts for this answer still, and for the next no more.
        if (text is null) return new Evidence(facts.Kind, string.Empty, string.Empty, Languages.Default, facts.Date, line.Points, [], []);
        var document = text.Document;
        if (facts.Kind == EvidenceKind.AnsweredRequest) return Answered(line, text, names.Links(asked.Where(document.Topics.Contains)), names);
        var endorser = facts.Kind == EvidenceKind.Endorsement ? _ranking.Endorsers.GetValueOrDefault(facts.Source) : null;
        return new Evidence(
            facts.Kind, document.Title, document.Key, document.TitleLanguage, facts.Date, line.Points, names.Links(asked.Where(document.Topics.Contains)), text.Words)
        {
            Said = endorser?.Text ?? string.Empty, By = endorser?.By, Precision = _ranking.Vague.GetValueOrDefault(facts.Source),
        };
    }

    // The index holds nothing but the topics; what else is told comes from the records, for this viewer.
    private Evidence Answered(WeighedEvidence line, EvidenceText text, IReadOnlyList<TopicLink> about, TopicNames names)
    {
        var facts = line.Found.Facts;
        var sight = _ranking.Requests.GetValueOrDefault(facts.Source);
        var topics = sight is null ? [] : names.Links(sight.Topics);
        return new Evidence(
            facts.Kind, sight is { IsOpen: true } ? sight.Title : string.Join(" · ", topics.Select(t => t.Label)), sight is { IsOpen: true } ? $"{facts.Source}" : string.Empty,
            sight is { IsOpen: true } ? sight.Language : topics.Select(t => t.Language).FirstOrDefault(Languages.Default), sight?.Day, line.Points, about, text.Words)
        {
            Precision = sight is { IsOpen: false } ? DatePrecision.Month : DatePrecision.Day,
        };
    }
}
