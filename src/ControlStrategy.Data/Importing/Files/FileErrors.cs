namespace ControlStrategy.Data.Importing.Files;

/// <summary>There is no such file.</summary>
/// <param name="path">The path as it was given.</param>
public sealed class ImportFileMissingException(string path)
    : ImportException(
        "IMPORT_FILE_MISSING", $"There is no file {path}. Give the path of a CSV or XLSX file, relative to the current folder or complete.");

/// <summary>The path names a folder.</summary>
/// <param name="path">The path as it was given.</param>
public sealed class ImportFileIsFolderException(string path)
    : ImportException("IMPORT_FILE_IS_FOLDER", $"{path} is a folder. Give the path of one CSV or XLSX file in it.");

/// <summary>The file has no content.</summary>
/// <param name="path">The path as it was given.</param>
public sealed class ImportFileEmptyException(string path)
    : ImportException("IMPORT_FILE_EMPTY", $"{path} is empty (0 bytes). Was it downloaded completely?");

/// <summary>The operating system does not let the file be read.</summary>
/// <param name="path">The path as it was given.</param>
/// <param name="cause">What the operating system said.</param>
public sealed class ImportFileUnreadableException(string path, Exception cause)
    : ImportException(
        "IMPORT_FILE_UNREADABLE",
        $"{path} cannot be read: {cause.Message} Check its permissions, and that it is an ordinary file.",
        cause);

/// <summary>The file was written to while it was read.</summary>
/// <param name="path">The path as it was given.</param>
public sealed class ImportFileChangedException(string path)
    : ImportException("IMPORT_FILE_CHANGED", $"{path} was changed while it was read. Import it again when nothing writes to it any more.");

/// <summary>The file is not UTF-8 text.</summary>
/// <param name="path">The path as it was given.</param>
/// <param name="byteOffset">Where the first byte stands that is not UTF-8, counted from 0.</param>
/// <param name="line">The line it stands in, counted from 1.</param>
public sealed class ImportFileNotUtf8Exception(string path, long byteOffset, long line)
    : ImportException(
        "IMPORT_FILE_NOT_UTF8",
        FormattableString.Invariant($"{path} is not UTF-8: line {line} has an invalid byte (offset {byteOffset}). Save it as UTF-8 CSV."))
{
    /// <summary>Where the first byte stands that is not UTF-8, counted from 0.</summary>
    public long ByteOffset { get; } = byteOffset;

    /// <summary>The line it stands in, counted from 1.</summary>
    public long Line { get; } = line;
}

/// <summary>The file breaks the quoting rules of CSV, or has a record too long to be one.</summary>
/// <param name="path">The path as it was given.</param>
/// <param name="line">The line the record starts in, counted from 1.</param>
/// <param name="problem">What is wrong with it.</param>
/// <param name="cause">What the reader said.</param>
public sealed class ImportFileMalformedException(string path, long line, string problem, Exception cause)
    : ImportException(
        "IMPORT_FILE_MALFORMED", FormattableString.Invariant($"{path} is not well-formed CSV at line {line}: {problem}"), cause)
{
    /// <summary>The line the record starts in, counted from 1.</summary>
    public long Line { get; } = line;
}

/// <summary>The header is not that of a file of the kind.</summary>
/// <param name="path">The path as it was given.</param>
/// <param name="problem">What is missing or too much, and what is expected.</param>
public sealed class ImportHeaderException(string path, string problem)
    : ImportException("IMPORT_HEADER", $"{path} has the wrong header: {problem}");

/// <summary>The file has a header and no rows.</summary>
/// <param name="path">The path as it was given.</param>
public sealed class ImportFileWithoutRowsException(string path)
    : ImportException("IMPORT_FILE_WITHOUT_ROWS", $"{path} has a header and no rows.");

/// <summary>The file is a cube about something else.</summary>
/// <param name="path">The path as it was given.</param>
/// <param name="problem">What its dimension holds.</param>
public sealed class ImportCubeException(string path, string problem)
    : ImportException("IMPORT_CUBE", $"{path} is not a recorded-crime cube: {problem}");
