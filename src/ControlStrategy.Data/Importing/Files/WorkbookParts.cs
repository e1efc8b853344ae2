using System.IO.Compression;
using System.Xml;

namespace ControlStrategy.Data.Importing.Files;

/// <summary>The parts of a workbook's ZIP archive, after it was made sure that unpacking them is harmless.</summary>
internal sealed class WorkbookParts : IDisposable
{
    // A name of usual length and its entry; ZipArchive looks for the directory in the last 64 KiB.
    private const int DirectoryBytesPerPart = 512;
    private const int DirectorySearchBytes = 256 * 1024;
    private static readonly XmlReaderSettings Xml = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    private readonly string _path;
    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);

    private WorkbookParts(string path, ZipArchive archive)
    {
        _path = path;
        _archive = archive;
    }

    public IEnumerable<string> Names => _parts.Keys;

    /// <summary>Opens the archive and unpacks every part once, to count what it really holds: sizes that it declares are not believed.</summary>
    /// <param name="path">The path as it was given, for messages.</param>
    /// <param name="file">The file; it stays open.</param>
    /// <param name="limits">How much it may unpack to.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ImportException">There is more than the limits allow, or two parts have one name.</exception>
    /// <exception cref="InvalidDataException">It cannot be unpacked.</exception>
    public static WorkbookParts Open(string path, Stream file, ImportLimits limits, CancellationToken cancellation)
    {
        CheckDirectory(path, file, limits);
        file.Position = 0;
        var parts = new WorkbookParts(path, new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true));
        try
        {
            parts.Unpack(limits, cancellation);
            return parts;
        }
        catch
        {
            parts.Dispose();
            throw;
        }
    }

    /// <summary>A part as XML; null where there is none of the name.</summary>
    public XmlReader? OpenXml(string name) =>
        _parts.TryGetValue(name, out var part) ? XmlReader.Create(part.Open(), Xml) : null;

    /// <inheritdoc/>
    public void Dispose() => _archive.Dispose();

    /// <summary>The directory is kept in memory as a whole, so its bytes are limited too.</summary>
    private static void CheckDirectory(string path, Stream file, ImportLimits limits)
    {
        var tooMany = new ImportWorkbookTooLargeException(path, "parts", limits.MaximumWorkbookParts, nameof(limits.MaximumWorkbookParts));
        var most = DirectorySearchBytes + ((long)limits.MaximumWorkbookParts * DirectoryBytesPerPart);
        using var limited = new LimitedStream(file, most, () => tooMany);
        using var archive = new ZipArchive(limited, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.Count > limits.MaximumWorkbookParts)
            throw tooMany;
    }

    private void Unpack(ImportLimits limits, CancellationToken cancellation)
    {
        var rest = limits.MaximumWorkbookUnpackedBytes;
        var chunk = new byte[64 * 1024];
        foreach (var entry in _archive.Entries)
        {
            if (!_parts.TryAdd(entry.FullName.Replace('\\', '/'), entry))
                throw new ImportWorkbookDamagedException(_path, $"it has two parts {entry.FullName}.");
            using var content = entry.Open();
            for (int length; (length = content.Read(chunk)) > 0; rest -= length)
            {
                cancellation.ThrowIfCancellationRequested();
                if (length > rest)
                    throw new ImportUnpackedTooLargeException(_path, limits.MaximumWorkbookUnpackedBytes, nameof(limits.MaximumWorkbookUnpackedBytes));
            }
        }
    }
}
