using System.Text.Unicode;

namespace ControlStrategy.Data.Importing.Files;

/// <summary>Finds the first byte of a stream of chunks that is not UTF-8. Characters may be cut by the end of a chunk.</summary>
internal sealed class Utf8Check(string path)
{
    private readonly byte[] _cut = new byte[8];
    private int _cutLength;
    private long _offset;
    private long _line = 1;

    /// <summary>Checks the next chunk.</summary>
    /// <exception cref="ImportFileNotUtf8Exception">It, or the character cut before it, has an invalid byte.</exception>
    public void Add(ReadOnlySpan<byte> chunk)
    {
        while (_cutLength > 0 && !chunk.IsEmpty)
        {
            _cut[_cutLength++] = chunk[0];
            chunk = chunk[1..];
            if (CutAtEnd(_cut.AsSpan(0, _cutLength)) == _cutLength)
                continue;
            Check(_cut.AsSpan(0, _cutLength));
            _cutLength = 0;
        }

        if (chunk.IsEmpty)
            return;
        var whole = chunk.Length - CutAtEnd(chunk);
        Check(chunk[..whole]);
        chunk[whole..].CopyTo(_cut);
        _cutLength = chunk.Length - whole;
    }

    /// <summary>Checks that the file does not end within a character.</summary>
    /// <exception cref="ImportFileNotUtf8Exception">It does.</exception>
    public void End()
    {
        if (_cutLength > 0)
            throw new ImportFileNotUtf8Exception(path, _offset, _line);
    }

    private void Check(ReadOnlySpan<byte> whole)
    {
        if (!Utf8.IsValid(whole))
        {
            var good = LengthOfGood(whole);
            throw new ImportFileNotUtf8Exception(path, _offset + good, _line + whole[..good].Count((byte)'\n'));
        }

        _offset += whole.Length;
        _line += whole.Count((byte)'\n');
    }

    private static int LengthOfGood(ReadOnlySpan<byte> whole)
    {
        var good = 0;
        while (System.Text.Rune.DecodeFromUtf8(whole[good..], out _, out var length) is System.Buffers.OperationStatus.Done)
            good += length;
        return good;
    }

    /// <summary>How many bytes at the end begin a character whose rest is still to come, 0 to 3.</summary>
    private static int CutAtEnd(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
        {
            var lead = bytes[^back];
            if (lead is >= 0x80 and < 0xC0)
                continue;
            var length = lead switch { >= 0xF0 => 4, >= 0xE0 => 3, >= 0xC0 => 2, _ => 1 };
            return length > back ? back : 0;
        }

        return 0;
    }
}
