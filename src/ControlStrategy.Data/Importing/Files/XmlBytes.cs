namespace ControlStrategy.Data.Importing.Files;

/// <summary>
/// Refuses XML that would fill the memory of whoever parses it: a parser keeps a tag with all its attributes, and a text, as a whole.
/// Workbooks are written in UTF-8 with short tags and texts of at most 32,767 characters.
/// </summary>
internal sealed class XmlBytes
{
    private const int LongestStretch = 1 << 20;
    private static ReadOnlySpan<byte> UnparsedText => "<!["u8;

    private readonly byte[] _last = new byte[UnparsedText.Length - 1];
    private long _stretch;

    /// <summary>Checks the next chunk.</summary>
    /// <exception cref="InvalidDataException">It is of another kind.</exception>
    public void Add(ReadOnlySpan<byte> chunk)
    {
        if (chunk.Contains((byte)0))
            throw new InvalidDataException("A part is not written in UTF-8.");
        CheckStretches(chunk);
        // The marker may be cut by the end of a chunk.
        Span<byte> seam = [.. _last, .. chunk[..Math.Min(_last.Length, chunk.Length)]];
        if (seam.IndexOf(UnparsedText) >= 0 || chunk.IndexOf(UnparsedText) >= 0)
            throw new InvalidDataException("A part has a CDATA section.");
        (chunk.Length < _last.Length ? seam : chunk)[^_last.Length..].CopyTo(_last);
    }

    /// <summary>From one tag to the next is the tag and the text behind it.</summary>
    private void CheckStretches(ReadOnlySpan<byte> chunk)
    {
        for (int next; (next = chunk.IndexOf((byte)'<')) >= 0; chunk = chunk[(next + 1)..])
        {
            CheckStretch(next);
            _stretch = 0;
        }

        CheckStretch(chunk.Length);
    }

    private void CheckStretch(int length)
    {
        _stretch += length;
        if (_stretch > LongestStretch)
            throw new InvalidDataException("A part has a tag or a text of more than 1 MiB.");
    }
}
