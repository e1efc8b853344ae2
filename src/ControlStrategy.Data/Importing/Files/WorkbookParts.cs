using System.IO.Compression;
using System.Xml;

namespace ControlStrategy.Data.Importing.Files;

/// <summary>The parts of a workbook's ZIP archive, after it was made sure that unpacking them is harmless.</summary>
internal sealed class WorkbookParts : IDisposable
{
    // A name of usual length and its entry; ZipArchive looks for the directory in the last 64 KiB.
    private const int DirectoryBytesPerPart = 512;
    private const int DirectorySearchBytes = 256 * 1024;
    private const int ChunkBytes = 64 * 1024;
    private const int DeepestElement = 64;

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

    /// <summary>The elements of a part of XML, each while the reader stands at it; none where there is no such part.</summary>
    /// <exception cref="InvalidDataException">It is not as workbooks are written.</exception>
    /// <exception cref="XmlException">It is not well-formed.</exception>
    public IEnumerable<XmlReader> Elements(string name, CancellationToken cancellation)
    {
        if (!IsXml(name) || !_parts.TryGetValue(name, out var part))
            yield break;
        using var xml = XmlReader.Create(part.Open(), XmlSettings());
        while (xml.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            // A parser keeps all elements that are open.
            if (xml.Depth > DeepestElement)
                throw new InvalidDataException($"Part {name} nests too deep.");
            if (xml.NodeType == XmlNodeType.Element)
                yield return xml;
        }
    }

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

    /// <summary>Whether a part may be parsed. Others are unpacked to be counted and not looked at.</summary>
    private static bool IsXml(string name) =>
        name == "[Content_Types].xml" || (name.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)
            && (name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)));

    private static XmlReaderSettings XmlSettings() => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        NameTable = new LimitedNameTable(),
        CloseInput = true,
    };

    private void Unpack(ImportLimits limits, CancellationToken cancellation)
    {
        var rest = limits.MaximumWorkbookUnpackedBytes;
        var chunk = new byte[ChunkBytes];
        foreach (var entry in _archive.Entries)
        {
            if (!_parts.TryAdd(entry.FullName.Replace('\\', '/'), entry))
                throw new ImportWorkbookDamagedException(_path, $"it has two parts {entry.FullName}.");
            var xml = IsXml(entry.FullName) ? new XmlBytes() : null;
            using var content = entry.Open();
            for (int length; (length = content.Read(chunk)) > 0; rest -= length)
            {
                cancellation.ThrowIfCancellationRequested();
                if (length > rest)
                    throw new ImportUnpackedTooLargeException(_path, limits.MaximumWorkbookUnpackedBytes, nameof(limits.MaximumWorkbookUnpackedBytes));
                xml?.Add(chunk.AsSpan(0, length));
            }
        }
    }
}
