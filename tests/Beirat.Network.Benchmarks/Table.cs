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

    public static void Row(string name, params double[] values) => Row(name, [.. values.Select(Number)]);

    public static void Row(string name, params string[] cells) =>
        Console.WriteLine(name.PadRight(First) + string.Concat(cells.Select(c => c.PadLeft(Other))));

    public static string Number(double value) => value.ToString(value < 10 ? "0.00" : "#,0", CultureInfo.InvariantCulture);
}
