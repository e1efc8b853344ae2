using System.Xml;

namespace ControlStrategy.Data.Importing.Files;

/// <summary>
/// Looks a workbook through before its cells are read: that it is no larger than it may be, and has nothing in its first visible sheet
/// whose value could not be taken as it stands.
/// </summary>
internal sealed class WorkbookInspection(string path, WorkbookParts parts, ImportLimits limits)
{
    private const string Workbook = "xl/workbook.xml";
    private const string Relations = "xl/_rels/workbook.xml.rels";
    private const string SharedTexts = "xl/sharedStrings.xml";
    private const string ContentTypes = "[Content_Types].xml";

    /// <summary>Looks a workbook through.</summary>
    /// <param name="path">The path as it was given, for messages.</param>
    /// <param name="file">The file; it stays open.</param>
    /// <param name="limits">How large it may be.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ImportException">It is too large, damaged, no workbook, or has macros, formulas, merged cells or errors.</exception>
    public static void Check(string path, Stream file, ImportLimits limits, CancellationToken cancellation)
    {
        try
        {
            using var parts = WorkbookParts.Open(path, file, limits, cancellation);
            new WorkbookInspection(path, parts, limits).Check(cancellation);
        }
        catch (Exception cause) when (cause is InvalidDataException or XmlException or NotSupportedException)
        {
            throw new ImportWorkbookDamagedException(path, cause.Message, cause);
        }
    }

    private void Check(CancellationToken cancellation)
    {
        if (!parts.Names.Contains(Workbook, StringComparer.OrdinalIgnoreCase))
            throw new ImportNotWorkbookException(path);
        if (HasMacros())
            throw new ImportMacrosException(path);
        var (name, relation) = FirstVisibleSheet();
        using var sheet = OpenSheet(name, relation);
        new SheetInspection(path, name, CountSharedTexts(cancellation), limits).Check(sheet, cancellation);
    }

    private bool HasMacros() =>
        parts.Names.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("xl/macrosheets/", StringComparison.OrdinalIgnoreCase))
        || Elements(ContentTypes).Any(part => part.GetAttribute("ContentType")?.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) == true);

    // What a person sees first, not what stands first: hidden sheets hold lists of choices and the like.
    private (string Name, string? Relation) FirstVisibleSheet()
    {
        foreach (var sheet in Elements(Workbook).Where(element => element.LocalName == "sheet"))
        {
            if (sheet.GetAttribute("state") is null or "visible")
                return (sheet.GetAttribute("name") ?? "", sheet.GetAttribute("r:id"));
        }

        throw new ImportWorkbookDamagedException(path, "it has no visible sheet.");
    }

    private XmlReader OpenSheet(string name, string? relation)
    {
        var target = Elements(Relations).Where(element => element.GetAttribute("Id") == relation)
            .Select(element => element.GetAttribute("Target")).FirstOrDefault() ?? "";
        return parts.OpenXml(target.StartsWith("/xl/", StringComparison.OrdinalIgnoreCase) ? target[1..] : $"xl/{target}")
            ?? throw new ImportWorkbookDamagedException(path, $"sheet \"{name}\" is missing.");
    }

    private int CountSharedTexts(CancellationToken cancellation)
    {
        var count = 0;
        foreach (var element in Elements(SharedTexts))
        {
            cancellation.ThrowIfCancellationRequested();
            if (element.LocalName == "si" && ++count > limits.MaximumWorkbookCells)
                throw new ImportWorkbookTooLargeException(path, "texts", limits.MaximumWorkbookCells, nameof(limits.MaximumWorkbookCells));
        }

        return count;
    }

    /// <summary>The elements of a part, each while the reader stands at it; none where there is no such part.</summary>
    private IEnumerable<XmlReader> Elements(string part)
    {
        using var xml = parts.OpenXml(part);
        while (xml?.Read() == true)
        {
            if (xml.NodeType == XmlNodeType.Element)
                yield return xml;
        }
    }
}
