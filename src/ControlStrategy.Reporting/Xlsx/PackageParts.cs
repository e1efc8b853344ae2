using System.Xml.Linq;

namespace ControlStrategy.Reporting.Xlsx;

/// <summary>The two parts that tell a reader what a package holds, written with fixed names in a fixed order.</summary>
internal static class PackageParts
{
    private const string WorkbookEntry = "xl/workbook.xml";
    private const string DocumentRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string PackageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    public static XDocument RootRelationships()
    {
        (string Type, string Target)[] targets =
        [
            (DocumentRelationships + "officeDocument", WorkbookEntry),
            (PackageRelationships + "/metadata/core-properties", DocumentProperties.CoreEntry),
            (DocumentRelationships + "extended-properties", DocumentProperties.ApplicationEntry),
        ];
        XNamespace names = PackageRelationships;
        return new XDocument(new XElement(names + "Relationships", targets.Select((target, index) => new XElement(
            names + "Relationship",
            new XAttribute("Id", $"rId{index + 1}"),
            new XAttribute("Type", target.Type),
            new XAttribute("Target", target.Target)))));
    }

    /// <summary>The types of the package's parts, with the workbook and the core properties named, not implied.</summary>
    public static XDocument ContentTypes(XDocument written)
    {
        var extensions = TypesBy(written, "Default", "Extension");
        extensions["xml"] = "application/xml";
        extensions.Remove("psmdcp");
        var parts = TypesBy(written, "Override", "PartName");
        parts["/" + WorkbookEntry] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
        parts["/" + DocumentProperties.CoreEntry] = "application/vnd.openxmlformats-package.core-properties+xml";
        return new XDocument(new XElement(
            Types + "Types",
            extensions.Select(type => Element("Default", "Extension", type)),
            parts.Select(type => Element("Override", "PartName", type))));
    }

    private static SortedDictionary<string, string> TypesBy(XDocument written, string element, string key)
    {
        var types = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var type in written.Root!.Elements(Types + element))
            types.Add(type.Attribute(key)!.Value, type.Attribute("ContentType")!.Value);
        return types;
    }

    private static XElement Element(string element, string key, KeyValuePair<string, string> type) =>
        new(Types + element, new XAttribute(key, type.Key), new XAttribute("ContentType", type.Value));
}
