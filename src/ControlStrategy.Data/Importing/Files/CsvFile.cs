using System.Globalization;
using System.Text;
using CsvHelper;

namespace ControlStrategy.Data.Importing.Files;

/// <summary>The records of a CSV file, one at a time.</summary>
internal sealed class CsvFile : IDisposable
{
    // Our records have 3 to 8 short fields; what is longer is an unclosed quote or no CSV at all.
    private const int LongestRecordBytes = 64 * 1024;

    private readonly CsvReader _reader;
    private readonly Func<bool> _read;
    private int[] _ends = new int[16];
    private char[] _text = new char[512];

    public CsvFile(string path, Stream stream, bool leaveOpen)
    {
        Path = path;
        _reader = CsvReader.Create(
            stream,
            new CsvReaderOptions
            {
                Separator = ',',
                MalformedData = CsvMalformedDataHandling.Throw,
                MaxRecordSize = LongestRecordBytes,
                BufferSize = LongestRecordBytes,
                TrackLineNumbers = true,
                FormatProvider = CultureInfo.InvariantCulture,
            },
            leaveOpen);
        _read = _reader.Read;
        Header = [.. Guarded(() => _reader.Headers)];
    }

    /// <summary>The path as it was given, for messages.</summary>
    public string Path { get; }

    /// <summary>The names of the columns in the file's order.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>The line the current record starts in, counted from 1.</summary>
    public long Line => _reader.LineNumber;

    /// <summary>How many fields the current record has.</summary>
    public int FieldCount { get; private set; }

    /// <summary>The current record as it stands in the file.</summary>
    public string Raw => Encoding.UTF8.GetString(_reader.RawRecord);

    /// <summary>The text of a field of the current record; valid until the next one is read.</summary>
    public ReadOnlySpan<char> this[int column] => _text.AsSpan((column == 0 ? 0 : _ends[column - 1]).._ends[column]);

    /// <summary>Goes to the next record; false at the end. Empty lines are passed over.</summary>
    /// <exception cref="ImportFileMalformedException">The record is not well-formed.</exception>
    public bool Read()
    {
        if (!Guarded(_read))
            return false;
        FieldCount = _reader.FieldCount;
        if (_ends.Length < FieldCount)
            _ends = new int[FieldCount];
        var end = 0;
        for (var column = 0; column < FieldCount; column++)
        {
            // A character takes at least as many bytes in UTF-8 as chars here.
            var longest = end + _reader.GetSpan(column).Length;
            if (_text.Length < longest)
                Array.Resize(ref _text, longest * 2);
            end += _reader.GetChars(column, _text.AsSpan(end));
            _ends[column] = end;
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (CsvFormatException refusal)
        {
            throw new ImportFileMalformedException(Path, Math.Max(1, refusal.LineNumber), refusal.Message, refusal);
        }
        catch (IOException refusal)
        {
            throw new ImportFileUnreadableException(Path, refusal);
        }
    }
}
