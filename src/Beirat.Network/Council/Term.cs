using Microsoft.EntityFrameworkCore;

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

internal static class Terms
{
    /// <summary>Last day of the term that a day lies in; null when it lies in none.</summary>
    public static Task<DateOnly?> LastDayOfAsync(this IQueryable<Term> terms, DateOnly day, CancellationToken cancellation) =>
        terms.Where(t => t.From <= day && t.Until >= day).Select(t => (DateOnly?)t.Until).FirstOrDefaultAsync(cancellation);
}
