using System.IO.Compression;

namespace ControlStrategy.Data.Importing.Files;

/// <summary>
/// The text of a gzip file. <see cref="GZipStream"/> takes a file that was cut off for a complete one, so a member of our own is put behind
/// those of the file: it comes out as the last byte only if all before it was complete.
/// </summary>
internal sealed class GzippedText : ReadOnlyStream
{
    // No text in UTF-8 has this byte.
    private const byte EndMark = 0xFF;
    private const int ChunkBytes = 64 * 1024;
    private static readonly byte[] EndMember = Pack(EndMark);

    private readonly string _path;
    private readonly ImportLimits _limits;
    private readonly GZipStream _unpacked;
    private readonly byte[] _chunk = new byte[ChunkBytes];
    private long _readBytes;
    private int? _held;

    /// <summary>Begins to unpack.</summary>
    /// <param name="path">The path as it was given, for messages.</param>
    /// <param name="packed">The file from its beginning; it stays open.</param>
    /// <param name="limits">How much it may unpack to.</param>
    public GzippedText(string path, Stream packed, ImportLimits limits)
    {
        (_path, _limits) = (path, limits);
        _unpacked = new GZipStream(new JoinedStream(packed, EndMember), CompressionMode.Decompress);
    }

    /// <inheritdoc/>
    /// <exception cref="ImportGzipDamagedException">The file was cut off, or changed on its way.</exception>
    /// <exception cref="ImportUnpackedTooLargeException">There is more of it than allowed.</exception>
    public override int Read(Span<byte> buffer)
    {
        try
        {
            var length = ReadHoldingBack(buffer);
            _readBytes += length;
            return _readBytes <= _limits.MaximumUnpackedBytes
                ? length
                : throw new ImportUnpackedTooLargeException(_path, _limits.MaximumUnpackedBytes, nameof(_limits.MaximumUnpackedBytes));
        }
        catch (InvalidDataException cause)
        {
            throw new ImportGzipDamagedException(_path, cause);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _unpacked.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>The newest byte is held back until another one follows: the last of all is the mark.</summary>
    private int ReadHoldingBack(Span<byte> buffer)
    {
        _held ??= _unpacked.ReadByte();
        var length = _unpacked.Read(_chunk.AsSpan(0, Math.Min(buffer.Length, ChunkBytes)));
        if (length == 0)
            return buffer.IsEmpty || _held == EndMark ? 0 : throw new InvalidDataException("It ends too early.");
        buffer[0] = (byte)_held;
        _chunk.AsSpan(..(length - 1)).CopyTo(buffer[1..]);
        _held = _chunk[length - 1];
        return length;
    }

    private static byte[] Pack(byte content)
    {
        var packed = new MemoryStream();
        using (var pack = new GZipStream(packed, CompressionLevel.Fastest))
            pack.WriteByte(content);
        return packed.ToArray();
    }
}
