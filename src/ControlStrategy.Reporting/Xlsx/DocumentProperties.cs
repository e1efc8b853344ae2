using System.Globalization;
using System.Xml.Linq;

namespace ControlStrategy.Reporting.Xlsx;

/// <summary>What the file says of itself: title, language and date. No author, no folder, no clock.</summary>
/// <param name="Title">The title.</param>
/// <param name="DataAsAt">The date; null where no answer gives one.</param>
internal sealed record DocumentProperties(string Title, DateTimeOffset? DataAsAt)
{
    public const string CoreEntry = "docProps/core.xml";
    public const string ApplicationEntry = "docProps/app.xml";

    private static readonly XNamespace CoreNamespace = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private static readonly XNamespace Elements = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Terms = "http://purl.org/dc/terms/";
    private static readonly XNamespace Instance = "http://www.w3.org/2001/XMLSchema-instance";
    private static readonly XNamespace Extended = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";

    public XDocument Core() => new(new XElement(
        CoreNamespace + "coreProperties",
        new XAttribute(XNamespace.Xmlns + "dc", Elements.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "dcterms", Terms.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "xsi", Instance.NamespaceName),
        new XElement(Elements + "title", Title),
        new XElement(Elements + "language", "en-GB"),
        Date("created"),
        Date("modified")));

    public static XDocument Application() =>
        new(new XElement(Extended + "Properties", new XElement(Extended + "Application", "Microsoft Excel")));

    private XElement? Date(string name) => DataAsAt is not { } time ? null : new XElement(
        Terms + name,
        new XAttribute(Instance + "type", "dcterms:W3CDTF"),
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
}
