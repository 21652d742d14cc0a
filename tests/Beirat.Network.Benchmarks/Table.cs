using System.Globalization;

namespace Beirat.Network.Benchmarks;

/// <summary>Figures as a table of plain text.</summary>
internal static class Table
{
    private const int First = 44;
    private const int Other = 26;

    public static void Head(string name, params string[] columns)
    {
        Console.WriteLine();
        Console.WriteLine(name.PadRight(First) + string.Concat(columns.Select(c => c.PadLeft(Other))));
        Console.WriteLine(new string('-', First + (Other * columns.Length)));
    }

    public static void Row(string name, params double[] values) =>
        Console.WriteLine(name.PadRight(First) + string.Concat(values.Select(v => v.ToString(v < 10 ? "0.00" : "#,0", CultureInfo.InvariantCulture).PadLeft(Other))));
}
