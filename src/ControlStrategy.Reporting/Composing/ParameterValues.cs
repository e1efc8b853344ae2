using System.Globalization;
using ControlStrategy.Reporting.Definitions;
using ControlStrategy.Reporting.Layout;

namespace ControlStrategy.Reporting.Composing;

/// <summary>The parameters of one run: each has a value of its type.</summary>
internal sealed class ParameterValues
{
    private readonly Dictionary<string, object?> _values;

    private ParameterValues(Dictionary<string, object?> values) => _values = values;

    /// <summary>A value; null for a moment that was not given.</summary>
    public object? this[string name] => _values[name];

    /// <summary>A value as text; `[x]` where there is none.</summary>
    public string TextOf(string name) => Convert.ToString(_values[name], CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : Shorthand.NotAvailable.Mark;

    /// <summary>Checks what was given against what the report takes.</summary>
    /// <exception cref="ReportParameterException">One is missing, not the report's, or malformed.</exception>
    public static ParameterValues Bind(ReportDefinition report, IReadOnlyDictionary<string, string> given)
    {
        var names = report.Parameters.Select(parameter => parameter.Name).ToList();
        if (given.Keys.Order(StringComparer.Ordinal).FirstOrDefault(name => !names.Contains(name, StringComparer.Ordinal)) is { } unknown)
            throw Malformed(unknown, $"The report '{report.Name}' has no parameter '{unknown}'. It takes: {string.Join(", ", names)}.");
        return new ParameterValues(report.Parameters.ToDictionary(parameter => parameter.Name, parameter => ValueOf(parameter, given)));
    }

    private static object? ValueOf(ParameterDefinition parameter, IReadOnlyDictionary<string, string> given)
    {
        var text = given.GetValueOrDefault(parameter.Name) is { Length: > 0 } value ? value : parameter.Default;
        if (text is not null) return parameter.Read(text);
        return parameter.IsRequired ? throw Malformed(parameter.Name, $"The parameter '{parameter.Name}' is missing. {parameter.Description}") : null;
    }

    private static ReportParameterException Malformed(string parameter, string problem) => new(parameter, isUnknownValue: false, problem);
}
