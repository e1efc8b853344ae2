using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace ControlStrategy.Data.Importing.Files;

/// <summary>The rows of a workbook's first visible sheet, one at a time. The workbook was inspected before.</summary>
internal sealed class WorksheetFile : RecordFile
{
    private readonly IExcelDataReader _reader;
    private readonly Func<bool> _read;
    private CellText[] _cells = [];

    /// <summary>Goes to the first row that is not empty, which is the header.</summary>
    /// <param name="path">The path as it was given, for messages.</param>
    /// <param name="stream">The workbook from its beginning; it stays open.</param>
    /// <exception cref="ImportException">The header is missing, or cannot be read.</exception>
    public WorksheetFile(string path, Stream stream)
        : base(path)
    {
        // The library asks for the character set of old workbooks even where it reads new ones.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        _reader = Guarded(() => ExcelReaderFactory.CreateOpenXmlReader(stream, new ExcelReaderConfiguration { LeaveOpen = true }));
        _read = _reader.Read;
        while (_reader.VisibleState != "visible" && Guarded(_reader.NextResult))
        {
        }

        Header = ReadHeader();
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Header { get; }

    /// <summary>The number of the row in the sheet.</summary>
    public override long Line => _reader.Depth + 1;

    /// <inheritdoc/>
    public override int FieldCount => Math.Max(Header.Count, FilledColumns());

    /// <summary>The cells of the row, with commas between them.</summary>
    public override string Raw => string.Join(',', _cells.Take(FieldCount).Select(cell => cell.Text));

    /// <inheritdoc/>
    public override (int Column, string Reason)? Unreadable
    {
        get
        {
            var column = Array.FindIndex(_cells, cell => cell.Problem is not null);
            return column < 0 ? null : (column, _cells[column].Problem!);
        }
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<char> this[int column] => column < _cells.Length ? _cells[column].Text : [];

    /// <inheritdoc/>
    public override bool Read()
    {
        while (Guarded(_read))
        {
            if (_cells.Length < _reader.FieldCount)
                _cells = new CellText[_reader.FieldCount];
            for (var column = 0; column < _reader.FieldCount; column++)
                _cells[column] = CellText.Of(_reader.GetValue(column), _reader.GetNumberFormatString(column));
            if (FilledColumns() > 0)
                return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public override void Dispose() => _reader.Dispose();

    private List<string> ReadHeader()
    {
        if (!Read())
            throw new ImportHeaderException(Path, $"sheet \"{_reader.Name}\" is empty.");
        if (Array.Find(_cells, cell => cell.Problem is not null) is { Problem: { } problem } wrong)
            throw new ImportHeaderException(Path, $"\"{wrong.Text}\" {problem}.");
        return [.. _cells.Take(FilledColumns()).Select(cell => cell.Text)];
    }

    private int FilledColumns() => 1 + Array.FindLastIndex(_cells, cell => cell.Text.Length > 0);

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (IOException refusal)
        {
            throw new ImportFileUnreadableException(Path, refusal);
        }
        catch (Exception refusal) when (refusal is ExcelReaderException or XmlException or InvalidDataException or FormatException
            or ArgumentException or InvalidOperationException or NullReferenceException or OverflowException)
        {
            // The library checks little of what it reads; whatever it stumbles over is the file's fault.
            throw new ImportWorkbookDamagedException(Path, refusal.Message, refusal);
        }
    }
}
