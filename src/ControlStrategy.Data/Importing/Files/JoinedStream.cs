namespace ControlStrategy.Data.Importing.Files;

/// <summary>Reads a stream, which stays open, then the given bytes.</summary>
internal sealed class JoinedStream(Stream first, ReadOnlyMemory<byte> then) : ReadOnlyStream
{
    private ReadOnlyMemory<byte> _rest = then;

    public override int Read(Span<byte> buffer)
    {
        if (first.Read(buffer) is > 0 and var length)
            return length;
        length = Math.Min(buffer.Length, _rest.Length);
        _rest.Span[..length].CopyTo(buffer);
        _rest = _rest[length..];
        return length;
    }
}
