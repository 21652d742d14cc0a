using Beirat.Network.Search.Analysis;

namespace Beirat.Network.Search;

/// <summary>Names of the index's fields.</summary>
internal static class SearchField
{
    /// <summary>"Kind:id", the key under which documents are replaced and deleted.</summary>
    public const string Subject = "subject";

    /// <summary><see cref="Hit"/> or <see cref="Evidence"/>.</summary>
    public const string Role = "role";

    public const string Kind = "kind";

    /// <summary>Levels of trust that find the document, each a term.</summary>
    public const string Reader = "reader";

    public const string Language = "language";
    public const string Topic = "topic";
    public const string Person = "person";

    /// <summary>Organisations that a hit belongs to, to narrow by.</summary>
    public const string Organization = "organization";

    /// <summary>The day of a hit as a number, to narrow by.</summary>
    public const string Day = "day";

    /// <summary>Folded words of a document's own title; the first of them once more after <see cref="TitleWords.First"/>.</summary>
    public const string Title = "title";

    /// <summary>Stems of title and labels.</summary>
    public const string Head = "head";

    /// <summary>Stems of the text.</summary>
    public const string Body = "body";

    /// <summary>Stems of what compounds are made of, in title, labels and text.</summary>
    public const string Parts = "parts";

    /// <summary>Words as they are written, in one spelling of letters.</summary>
    public const string Exact = "exact";

    /// <summary>How names sound.</summary>
    public const string Sound = "sound";

    /// <summary>The person, kind and source of a piece of evidence as one term.</summary>
    public const string Line = "line";

    /// <summary>What the expert finder needs of a piece of evidence to weigh it, without reading its text.</summary>
    public const string Facts = "facts";

    /// <summary>What a result is made of; stored, not searched.</summary>
    public const string Stored = "stored";

    /// <summary>A document that the search shows.</summary>
    public const string Hit = "hit";

    /// <summary>A document that speaks for a person in the expert finder.</summary>
    public const string Evidence = "evidence";
}
