using Beirat.Network.Consents;

namespace Beirat.Network.Exchange;

/// <summary>What a cell would make of a subject: the text that is stored then, in the form of an export, and the change.</summary>
internal sealed record Planned<T>(string Text, Action<T> Apply);

/// <summary>
/// A column of a file, in both directions. <see cref="Plan"/> takes the text of a cell ("" empties) and throws a
/// <see cref="FormatException"/> with the reason when it cannot be taken; <see cref="Read"/> gives what an export writes.
/// <see cref="Field"/> is the part of a profile that it belongs to; null: public anyway.
/// </summary>
internal sealed record Column<T>(string Name, Func<T, string> Read, Func<string, Planned<T>> Plan, ProfileField? Field = null)
{
    /// <summary>Null when the cell says what is there already.</summary>
    public (FieldChange Change, Action<T> Apply)? Compare(T subject, string cell)
    {
        var planned = Parse(cell);
        var before = Read(subject);
        return planned.Text == before ? null : (new FieldChange(Name, before, planned.Text), planned.Apply);
    }

    public Planned<T> Parse(string cell)
    {
        try
        {
            return Plan(cell == CsvCells.Nothing ? string.Empty : cell);
        }
        catch (FormatException fault)
        {
            throw new FormatException($"{Name}: {fault.Message}", fault);
        }
    }
}
