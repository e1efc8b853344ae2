using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace ControlStrategy.Reporting.Xlsx;

/// <summary>Rewrites a package so that the same content gives the same bytes: order, times, and names that were drawn at random.</summary>
internal static class DeterministicPackage
{
    private const string CorePropertiesExtension = ".psmdcp";
    private const string ContentTypesEntry = "[Content_Types].xml";
    private const string RootRelationshipsEntry = "_rels/.rels";

    // The earliest time that a zip archive can hold.
    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly XmlWriterSettings WithoutByteOrderMark = new() { Encoding = new UTF8Encoding(false) };

    /// <summary>The package again, with these properties in the place of its own.</summary>
    public static Stream Rewrite(Stream package, DocumentProperties properties)
    {
        var entries = Read(package);
        entries[DocumentProperties.CoreEntry] = Bytes(properties.Core());
        entries[DocumentProperties.ApplicationEntry] = Bytes(DocumentProperties.Application());
        entries[RootRelationshipsEntry] = Bytes(PackageParts.RootRelationships());
        entries[ContentTypesEntry] = Bytes(PackageParts.ContentTypes(Parse(entries[ContentTypesEntry])));
        return Write(entries);
    }

    private static SortedDictionary<string, byte[]> Read(Stream package)
    {
        var entries = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        package.Position = 0;
        using var archive = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var entry in archive.Entries.Where(entry => !entry.FullName.EndsWith(CorePropertiesExtension, StringComparison.Ordinal)))
        {
            using var source = entry.Open();
            using var bytes = new MemoryStream();
            source.CopyTo(bytes);
            entries[entry.FullName] = bytes.ToArray();
        }

        return entries;
    }

    private static MemoryStream Write(SortedDictionary<string, byte[]> entries)
    {
        var written = new MemoryStream();
        using (var archive = new ZipArchive(written, ZipArchiveMode.Create, leaveOpen: true))
        {
            // Content types come first, by custom of the format; then ordinal order.
            foreach (var (name, bytes) in entries.OrderByDescending(entry => entry.Key == ContentTypesEntry))
            {
                var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = EntryTime;
                entry.ExternalAttributes = 0;
                using var target = entry.Open();
                target.Write(bytes);
            }
        }

        written.Position = 0;
        return written;
    }

    private static XDocument Parse(byte[] xml) => XDocument.Load(new MemoryStream(xml));

    private static byte[] Bytes(XDocument document)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, WithoutByteOrderMark))
            document.Save(writer);
        return bytes.ToArray();
    }
}
