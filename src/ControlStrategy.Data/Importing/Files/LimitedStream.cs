namespace ControlStrategy.Data.Importing.Files;

/// <summary>Reads another stream up to a number of bytes in all, wherever in it they are.</summary>
/// <param name="inner">The stream; it stays open.</param>
/// <param name="limitBytes">How many bytes may be read.</param>
/// <param name="refusal">Says that more are wanted.</param>
internal sealed class LimitedStream(Stream inner, long limitBytes, Func<ImportException> refusal) : ReadOnlyStream
{
    private long _readBytes;

    public override bool CanSeek => true;

    public override long Length => inner.Length;

    public override long Position
    {
        get => inner.Position;
        set => inner.Position = value;
    }

    public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

    /// <inheritdoc/>
    /// <exception cref="ImportException">The limit is passed.</exception>
    public override int Read(Span<byte> buffer)
    {
        var length = inner.Read(buffer);
        _readBytes += length;
        return _readBytes <= limitBytes ? length : throw refusal();
    }
}
