using NetVips;

namespace Beirat.Network.People;

/// <summary>Makes a small, upright picture without any metadata (place, camera, time) out of what somebody uploads.</summary>
internal static class PhotoScaler
{
    // A picture that unpacks to more than this is refused before it is unpacked.
    private const long MaxPixels = 80_000_000;
    private const int Quality = 82;
    private const byte PngStart = 0x89;
    private const byte WebpStart = (byte)'R';

    private static readonly double[] White = [255, 255, 255];

    /// <summary>A JPEG of at most <see cref="PersonPhoto.Edge"/> pixels a side; null when this is no picture of a known kind.</summary>
    public static byte[]? Scale(byte[] upload) => Scale(upload, PersonPhoto.Edge, keepFormat: false);

    /// <summary>The same of another size. Where the format is kept, a PNG or WebP stays one, with what is transparent in it.</summary>
    public static byte[]? Scale(byte[] upload, int edge, bool keepFormat)
    {
        if (!IsPicture(upload)) return null;
        try
        {
            using (var header = Image.NewFromBuffer(upload, access: Enums.Access.Sequential))
            {
                if ((long)header.Width * header.Height > MaxPixels) return null;
            }

            // Turned upright by its own note of orientation, never enlarged, every layer flattened.
            using var small = Image.ThumbnailBuffer(upload, edge, height: edge, size: Enums.Size.Down);
            using var colours = small.Colourspace(Enums.Interpretation.Srgb);
            if (keepFormat && upload[0] == PngStart) return colours.PngsaveBuffer(compression: 9, keep: Enums.ForeignKeep.None);
            if (keepFormat && upload[0] == WebpStart) return colours.WebpsaveBuffer(q: Quality, keep: Enums.ForeignKeep.None);
            using var flat = colours.HasAlpha() ? colours.Flatten(background: White) : colours.Copy();
            return flat.JpegsaveBuffer(q: Quality, optimizeCoding: true, keep: Enums.ForeignKeep.None);
        }
        // Without the native library for this system no picture can be read: nothing is stored unscaled.
        catch (Exception fault) when (fault is VipsException or TypeInitializationException or DllNotFoundException)
        {
            return null;
        }
    }

    /// <summary>JPEG, PNG or WebP by their first bytes; the name and the type that a browser claims say nothing.</summary>
    private static bool IsPicture(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith<byte>([0xFF, 0xD8, 0xFF])
        || bytes.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        || (bytes.Length > 12 && bytes.StartsWith("RIFF"u8) && bytes[8..12].SequenceEqual("WEBP"u8));
}
