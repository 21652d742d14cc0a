namespace Beirat.Network.Council;

/// <summary>A term of office (OParl 1.1, LegislativeTerm).</summary>
public sealed class Term
{
    private Term() { }

    public Term(Guid id, string name, DateOnly from, DateOnly until) =>
        (Id, Name, From, Until) = (id, name, from, until > from ? until : throw new InvalidOperationException("A term ends after it begins."));

    public Guid Id { get; private set; }

    public string Name { get; private set; } = string.Empty;

    public DateOnly From { get; private set; }

    public DateOnly Until { get; private set; }
}
