using System.IO.Compression;
using System.Text;

namespace ControlStrategy.Data.Tests.Importing;

/// <summary>Packs with gzip.</summary>
internal static class GzipBytes
{
    public static byte[] Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    public static byte[] Of(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var pack = new GZipStream(packed, CompressionLevel.Fastest))
            pack.Write(content);
        return packed.ToArray();
    }
}
