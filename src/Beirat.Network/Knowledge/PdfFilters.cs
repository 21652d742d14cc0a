using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Beirat.Network.Knowledge;

/// <summary>
/// The reader's own filters behind limits: a stream of zeros shrinks a thousandfold, so that a small file could fill
/// the memory when it is unpacked. One that is too large is taken as empty. To be made anew for each file.
/// </summary>
internal sealed class PdfFilters() : BaseFilterProvider(Bounded())
{
    /// <summary>Unpacked bytes of one stream, and of all streams of a file.</summary>
    private const long MaxStream = 30 * 1024 * 1024;
    private const long MaxFile = 300 * 1024 * 1024;

    // The old methods cannot be measured without unpacking: what they may at most grow to is bounded by what comes in.
    private const int MaxLzw = 256 * 1024;
    private const int MaxRunLength = 4 * 1024 * 1024;

    private static readonly string[] Names =
    [
        "ASCII85Decode", "A85", "ASCIIHexDecode", "AHx", "CCITTFaxDecode", "CCF", "DCTDecode", "DCT", "FlateDecode", "Fl",
        "JBIG2Decode", "JPXDecode", "RunLengthDecode", "RL", "LZWDecode", "LZW",
    ];

    private static Dictionary<string, IFilter> Bounded()
    {
        var used = new Used();
        return Names.ToDictionary(n => n, n => (IFilter)new BoundedFilter(n, DefaultFilterProvider.Instance.GetNamedFilters([NameToken.Create(n)])[0], used));
    }

    private sealed class Used
    {
        public long Bytes { get; set; }
    }

    private sealed class BoundedFilter(string name, IFilter inner, Used used) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (!Fits(input)) return Memory<byte>.Empty;
            var result = inner.Decode(input, streamDictionary, filterProvider, filterIndex);
            used.Bytes += result.Length;
            return result;
        }

        private bool Fits(Memory<byte> input) => used.Bytes < MaxFile && name switch
        {
            "FlateDecode" or "Fl" => Unpacked(input) <= MaxStream,
            "LZWDecode" or "LZW" => input.Length <= MaxLzw,
            "RunLengthDecode" or "RL" => input.Length <= MaxRunLength,
            _ => true,
        };

        private static long Unpacked(Memory<byte> input)
        {
            var (total, buffer) = (0L, new byte[64 * 1024]);
            try
            {
                using var unpacked = new ZLibStream(new MemoryStream(input.ToArray(), writable: false), CompressionMode.Decompress);
                while (total <= MaxStream && unpacked.Read(buffer) is var read and > 0) total += read;
            }
            catch (InvalidDataException)
            {
                // A damaged stream: as far as it goes.
            }

            return total;
        }
    }
}
