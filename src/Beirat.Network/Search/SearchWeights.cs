namespace Beirat.Network.Search;

/// <summary>How much each way of meeting a word counts against the word itself in the text (1). The one place where the search's judgement lives.</summary>
internal sealed record SearchWeights
{
    public static SearchWeights Default { get; } = new();

    /// <summary>Compounds are taken as they are.</summary>
    public static SearchWeights Whole { get; } = new() { Part = 0, Split = 0, SplitPart = 0, Compound = 0 };

    /// <summary>In title and labels.</summary>
    public float Head { get; init; } = 2.2f;

    /// <summary>Written just as asked.</summary>
    public float Exact { get; init; } = 0.2f;

    /// <summary>As a part of a compound.</summary>
    public float Part { get; init; } = 0.4f;

    /// <summary>Two words of the question as one; counted beside them.</summary>
    public float Compound { get; init; } = 1;

    /// <summary>The parts of a compound, all of them, each on its own.</summary>
    public float Split { get; init; } = 0.5f;

    /// <summary>A part of a compound alone; counted beside the word.</summary>
    public float SplitPart { get; init; } = 0.4f;

    /// <summary>A piece of a hyphenated word, or of a compound that is in no text; counted beside the word.</summary>
    public float Piece { get; init; } = 0.8f;

    /// <summary>Another name of the same concept.</summary>
    public float Meaning { get; init; } = 0.25f;

    /// <summary>Another word of the general word lists.</summary>
    public float Synonym { get; init; } = 0.25f;

    /// <summary>The name in the language of the texts, when the question is in another.</summary>
    public float Translation { get; init; } = 1.1f;

    /// <summary>A name of several words, against one word; counted beside the words.</summary>
    public float Phrase { get; init; } = 1.4f;

    /// <summary>Names of related concepts; what holds nothing else stands below everything that was asked for.</summary>
    public float Near { get; init; } = 0.1f;

    public float Fuzzy { get; init; } = 0.7f;

    public float Sound { get; init; } = 0.4f;

    /// <summary>Filed under the topic.</summary>
    public float Topic { get; init; } = 0.6f;

    /// <summary>The share of the score that lies between the newest and a very old text.</summary>
    public float Freshness { get; init; } = 0.05f;

    /// <summary>Years after which what is new is new by half.</summary>
    public float HalfLife { get; init; } = 4;

    /// <summary>The share of the score that knowledge gains, and a single post loses.</summary>
    public float Kind { get; init; } = 0.01f;

    /// <summary>How soon more of the same stops to count (BM25 k1).</summary>
    public float K1 { get; init; } = 1.4f;

    /// <summary>How much the length of title and labels counts (BM25 b).</summary>
    public float HeadLength { get; init; } = 0.4f;

    /// <summary>How much the length of a text counts (BM25 b).</summary>
    public float BodyLength { get; init; } = 0.7f;

    /// <summary>How much the share of the question's words that are met counts.</summary>
    public float Coverage { get; init; }

    /// <summary>A word in lower case, in a German question that also has words in upper case.</summary>
    public float LowerCase { get; init; } = 0.8f;

    /// <summary>A word that frames questions.</summary>
    public float Weak { get; init; } = 0.4f;

    /// <summary>How much texts that hold only what stands for a word make the word a common one.</summary>
    public float Dilution { get; init; }

    /// <summary>The best passage against the whole text.</summary>
    public float Passage { get; init; } = 0.3f;

    /// <summary>Length of a passage in words.</summary>
    public int PassageLength { get; init; } = 100;

    /// <summary>How soon more of the same stops to count within a passage.</summary>
    public float PassageK1 { get; init; } = 1;

    /// <summary>The title, as part of each passage.</summary>
    public float PassageHead { get; init; } = 1;
}
