using System.Globalization;

namespace Beirat.Network.Web.People;

/// <summary>Where pictures of people are. The time of the picture is part of the address, so that a kept copy is never an old one.</summary>
internal static class PersonPhotos
{
    public static string Address(string slug, DateTimeOffset at) =>
        $"/mitglieder/{slug}/foto?stand={at.UtcTicks.ToString("x", CultureInfo.InvariantCulture)}";
}
