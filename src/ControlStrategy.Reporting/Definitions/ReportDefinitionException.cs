namespace ControlStrategy.Reporting.Definitions;

/// <summary>Where something stands in a report's definition.</summary>
/// <param name="File">The file, as `report/file`: never a path of the machine.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Key">The key from the top of the file, such as `sheets[0].columns[2].format`; empty for the whole file.</param>
public sealed record DefinitionPlace(string File, int Line, string Key);

/// <summary>A report's definition that is not right: a mistake of its author, not of the person who asked for the report.</summary>
/// <param name="place">Where the mistake is.</param>
/// <param name="problem">What is wrong.</param>
/// <param name="innerException">What was thrown below, where there is such a thing.</param>
public sealed class ReportDefinitionException(DefinitionPlace place, string problem, Exception? innerException = null)
    : ReportException($"{place.File}, line {place.Line}{(place.Key.Length == 0 ? "" : $", {place.Key}")}: {problem}", innerException)
{
    /// <summary>Where the mistake is: file, line and key.</summary>
    public DefinitionPlace Place { get; } = place;
}
