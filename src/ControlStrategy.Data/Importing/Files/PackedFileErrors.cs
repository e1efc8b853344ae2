namespace ControlStrategy.Data.Importing.Files;

/// <summary>A gzip file was cut off, or changed on its way.</summary>
/// <param name="path">The path as it was given.</param>
/// <param name="cause">What the unpacker said.</param>
public sealed class ImportGzipDamagedException(string path, Exception cause)
    : ImportException(
        "IMPORT_GZIP_DAMAGED",
        $"{path} is gzip that cannot be unpacked to its end: the download is incomplete, or the file was changed. Download it again.",
        cause);

/// <summary>A packed file holds more than is read.</summary>
/// <param name="path">The path as it was given.</param>
/// <param name="limitBytes">How many bytes may be in it.</param>
/// <param name="setting">The limit's name.</param>
public sealed class ImportUnpackedTooLargeException(string path, long limitBytes, string setting)
    : ImportException(
        "IMPORT_UNPACKED_TOO_LARGE",
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{path} unpacks to more than {limitBytes:N0} bytes. Split it, or raise the limit (setting Imports:{setting})."));

/// <summary>The file is an Excel workbook of the kind before XLSX, or one that is protected with a password.</summary>
/// <param name="path">The path as it was given.</param>
public sealed class ImportOldWorkbookException(string path)
    : ImportException(
        "IMPORT_OLD_WORKBOOK",
        $"{path} is an old Excel workbook (.xls), or one protected with a password. Save it in Excel as .xlsx without a password.");

/// <summary>The file is a ZIP archive without an XLSX workbook in it.</summary>
/// <param name="path">The path as it was given.</param>
public sealed class ImportNotWorkbookException(string path)
    : ImportException(
        "IMPORT_NOT_WORKBOOK",
        $"{path} is a ZIP archive, but no XLSX workbook. Take the CSV file out of the archive, or save the workbook as .xlsx.");
