using System.Xml;

namespace ControlStrategy.Data.Importing.Files;

/// <summary>
/// Looks a workbook through before its cells are read: that it is no larger than it may be, and has nothing in its first visible sheet
/// whose value could not be taken as it stands.
/// </summary>
internal sealed class WorkbookInspection(string path, WorkbookParts parts, ImportLimits limits)
{
    // Excel allows 65,490 formats of cells; the parts about the workbook as a whole are far smaller.
    private const int MostElements = 1_000_000;
    private const string Workbook = "xl/workbook.xml";
    private const string Relations = "xl/_rels/workbook.xml.rels";
    private const string SharedTexts = "xl/sharedStrings.xml";
    private const string Styles = "xl/styles.xml";
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
        if (HasMacros(cancellation))
            throw new ImportMacrosException(path);
        CheckStyles(cancellation);
        var (name, part) = FirstVisibleSheet(cancellation);
        new SheetInspection(path, name, CountSharedTexts(cancellation), limits).Check(parts.Elements(part, cancellation));
    }

    private bool HasMacros(CancellationToken cancellation) =>
        parts.Names.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("xl/macrosheets/", StringComparison.OrdinalIgnoreCase))
        || Small(ContentTypes, cancellation).Any(
            part => part.GetAttribute("ContentType")?.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) == true);

    // The library keeps every one of them.
    private void CheckStyles(CancellationToken cancellation)
    {
        foreach (var _ in Small(Styles, cancellation))
        {
        }
    }

    // What a person sees first, not what stands first: hidden sheets hold lists of choices and the like.
    private (string Name, string Part) FirstVisibleSheet(CancellationToken cancellation)
    {
        var sheets = Small(Workbook, cancellation).Where(element => element.LocalName == "sheet")
            .Select(sheet => (IsVisible: sheet.GetAttribute("state") is null or "visible", Name: sheet.GetAttribute("name") ?? "", Id: RelationOf(sheet)))
            .ToList();
        if (sheets.Find(sheet => sheet.IsVisible) is not { IsVisible: true } first)
            throw new ImportWorkbookDamagedException(path, "it has no visible sheet.");
        var targets = Small(Relations, cancellation).Where(element => element.LocalName == "Relationship" && element.GetAttribute("Id") == first.Id)
            .Select(relation => relation.GetAttribute("Target") ?? "")
            .ToList();
        var target = targets is [var only] ? only : "";
        var part = target.StartsWith("/xl/", StringComparison.OrdinalIgnoreCase) ? target[1..] : $"xl/{target}";
        return parts.Names.Contains(part, StringComparer.OrdinalIgnoreCase)
            ? (first.Name, part)
            : throw new ImportWorkbookDamagedException(path, $"sheet \"{first.Name}\" is missing.");
    }

    private static string? RelationOf(XmlReader sheet) =>
        sheet.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
        ?? sheet.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships");

    private int CountSharedTexts(CancellationToken cancellation)
    {
        var count = 0;
        foreach (var element in parts.Elements(SharedTexts, cancellation))
        {
            if (element.LocalName == "si" && ++count > limits.MaximumWorkbookCells)
                throw new ImportWorkbookTooLargeException(path, "texts", limits.MaximumWorkbookCells, nameof(limits.MaximumWorkbookCells));
        }

        return count;
    }

    /// <summary>The elements of a part that is small in every workbook.</summary>
    private IEnumerable<XmlReader> Small(string part, CancellationToken cancellation)
    {
        var count = 0;
        foreach (var element in parts.Elements(part, cancellation))
        {
            if (++count > MostElements)
                throw new InvalidDataException($"Part {part} has more than {MostElements} elements.");
            yield return element;
        }
    }
}
