using System.Collections.Concurrent;

namespace Beirat.Network.Search;

/// <summary>
/// What a ranking counts on: a place for each document of the index. Boards are taken and given back clean, because to make or clear one
/// takes longer than most questions.
/// </summary>
internal sealed class RankingBoard
{
    private static readonly ConcurrentBag<RankingBoard> Free = [];
    private static readonly int Kept = Environment.ProcessorCount * 2;

    private RankingBoard(int size) => (Score, Words, Word, All, One) = (new float[size], new ulong[size], new Tally(size), new Tally(size), new Tally(size));

    public float[] Score { get; }

    /// <summary>Which words of the question a document holds.</summary>
    public ulong[] Words { get; }

    /// <summary>The documents that hold any of them.</summary>
    public List<int> Touched { get; } = [];

    /// <summary>Everything that stands for the word that is being added.</summary>
    public Tally Word { get; }

    /// <summary>What all words so far of a conjunction leave.</summary>
    public Tally All { get; }

    /// <summary>One word of a conjunction.</summary>
    public Tally One { get; }

    public static RankingBoard Take(int documents)
    {
        // One that is too small is dropped: the index has grown.
        while (Free.TryTake(out var board))
        {
            if (board.Score.Length >= documents) return board;
        }

        // Some room, because an index grows with every text.
        return new RankingBoard(documents + (documents / 8) + 64);
    }

    public void GiveBack()
    {
        foreach (var document in Touched) (Score[document], Words[document]) = (0, 0);
        Touched.Clear();
        Word.Clear();
        All.Clear();
        One.Clear();
        if (Free.Count < Kept) Free.Add(this);
    }
}

/// <summary>Weights by document, with the list of those that have one.</summary>
internal sealed class Tally(int size)
{
    private readonly float[] _weights = new float[size];

    public List<int> Documents { get; } = [];

    public void Add(int document, float weight)
    {
        ref var sum = ref _weights[document];
        if (sum == 0) Documents.Add(document);
        sum += weight;
    }

    public void Set(int document, float weight) => _weights[document] = weight;

    public float Take(int document)
    {
        var weight = _weights[document];
        _weights[document] = 0;
        return weight;
    }

    public void Clear()
    {
        foreach (var document in Documents) _weights[document] = 0;
        Documents.Clear();
    }
}
