using Beirat.Network.Common;

namespace Beirat.Network.Web.Layout;

/// <summary>Languages of the interface. A further one is a set of text files and a line here.</summary>
internal static class InterfaceLanguages
{
    public const string CookieName = "sprache";

    public const string Default = Languages.Default;

    public static readonly IReadOnlyList<string> All = [Default];
}
