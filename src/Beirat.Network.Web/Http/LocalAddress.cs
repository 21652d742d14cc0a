namespace Beirat.Network.Web.Http;

/// <summary>Addresses to go back to. Only our own are followed: an address from outside must not carry people away.</summary>
internal static class LocalAddress
{
    public static string OrStart(string? address) => IsLocal(address) ? address! : "/";

    private static bool IsLocal(string? address) =>
        !string.IsNullOrEmpty(address) && address[0] == '/' && (address.Length == 1 || (address[1] != '/' && address[1] != '\\'))
        && !address.Any(char.IsControl);
}
