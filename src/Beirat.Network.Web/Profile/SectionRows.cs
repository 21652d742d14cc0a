namespace Beirat.Network.Web.Profile;

/// <summary>Rows of a form that works without script: those that are filled in, and blank ones for more.</summary>
internal static class SectionRows
{
    private const int Blank = 2;

    public static List<T> WithBlank<T>(IEnumerable<T> rows) where T : new() => [.. rows, .. Enumerable.Range(0, Blank).Select(_ => new T())];
}
