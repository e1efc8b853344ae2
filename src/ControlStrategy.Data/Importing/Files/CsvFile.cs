using System.Globalization;
using System.Text;
using CsvHelper;

namespace ControlStrategy.Data.Importing.Files;

/// <summary>The records of a CSV file, one at a time.</summary>
internal sealed class CsvFile : RecordFile
{
    // Our records have 3 to 8 short fields; what is longer is an unclosed quote or no CSV at all.
    private const int LongestRecordBytes = 64 * 1024;

    private readonly CsvReader _reader;
    private readonly Func<bool> _read;
    private int _fieldCount;
    private int[] _ends = new int[16];
    private char[] _text = new char[512];

    public CsvFile(string path, Stream stream)
        : base(path)
    {
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
            });
        _read = _reader.Read;
        Header = [.. Guarded(() => _reader.Headers).Select(name => name.Trim())];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Header { get; }

    /// <inheritdoc/>
    public override long Line => _reader.LineNumber;

    /// <inheritdoc/>
    public override int FieldCount => _fieldCount;

    /// <inheritdoc/>
    public override string Raw => Encoding.UTF8.GetString(_reader.RawRecord);

    /// <inheritdoc/>
    public override ReadOnlySpan<char> this[int column] => _text.AsSpan((column == 0 ? 0 : _ends[column - 1]).._ends[column]);

    /// <inheritdoc/>
    /// <exception cref="ImportFileMalformedException">The record is not well-formed.</exception>
    public override bool Read()
    {
        if (!Guarded(_read))
            return false;
        _fieldCount = _reader.FieldCount;
        if (_ends.Length < _fieldCount)
            _ends = new int[_fieldCount];
        var end = 0;
        for (var column = 0; column < _fieldCount; column++)
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
    public override void Dispose() => _reader.Dispose();

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
