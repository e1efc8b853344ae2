namespace ControlStrategy.Reporting.Definitions;

/// <summary>The reports of a folder: one folder below it for each, with a `report.yml` and the operations it names.</summary>
public sealed class ReportCatalogue
{
    private const string DefinitionFile = "report.yml";
    private readonly string _folder;

    private ReportCatalogue(string folder, IReadOnlyList<string> names) => (_folder, Names) = (folder, names);

    /// <summary>The reports' names, in ordinal order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Lists the reports of a folder, without reading them: one broken report does not stop the others.</summary>
    /// <param name="folder">The folder that holds a folder for each report.</param>
    /// <exception cref="ReportException">The folder does not exist.</exception>
    public static ReportCatalogue Open(string folder)
    {
        if (!Directory.Exists(folder))
            throw new ReportException("The folder of the reports does not exist. It belongs beside the program.");
        var names = Directory.EnumerateDirectories(folder)
            .Where(report => File.Exists(Path.Combine(report, DefinitionFile)))
            .Select(report => Path.GetFileName(report)!)
            .Order(StringComparer.Ordinal);
        return new ReportCatalogue(folder, [.. names]);
    }

    /// <summary>Reads a report's definition and its operations.</summary>
    /// <param name="name">The report's name, to the letter.</param>
    /// <exception cref="UnknownReportException">There is no such report.</exception>
    /// <exception cref="ReportDefinitionException">The definition is not right.</exception>
    public ReportDefinition Load(string name)
    {
        if (!Names.Contains(name, StringComparer.Ordinal))
            throw new UnknownReportException(name, Names);
        var folder = new ReportFolder(name, Path.Combine(_folder, name));
        return ReportDefinitionReader.Read(folder, folder.Read(DefinitionFile));
    }
}

/// <summary>The folder of one report.</summary>
internal sealed record ReportFolder(string Name, string Location)
{
    public bool Holds(string file) => File.Exists(Path.Combine(Location, file));

    /// <summary>A file's text with line feeds only, so that a checkout with other line ends has the same hash.</summary>
    public string Read(string file) => File.ReadAllText(Path.Combine(Location, file)).ReplaceLineEndings("\n");
}
