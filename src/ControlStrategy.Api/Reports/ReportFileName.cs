namespace ControlStrategy.Api.Reports;

/// <summary>The name a downloaded report gets: the report and its parameters, in letters that every system takes.</summary>
internal static class ReportFileName
{
    public static string Of(string report, IReadOnlyDictionary<string, string> arguments, string ending)
    {
        var parts = arguments.OrderBy(argument => argument.Key, StringComparer.Ordinal).Select(argument => argument.Value).Prepend(report);
        return string.Concat(string.Join('-', parts).Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-')) + "." + ending;
    }
}
