using System.Globalization;
using GraphQL;

namespace ControlStrategy.GraphQL.Exporting;

/// <summary>An operation cannot be answered as a file; nothing of it was written.</summary>
public sealed class ExportRefusedException : Exception
{
    internal ExportRefusedException(ExecutionResult result) : base(string.Join(Environment.NewLine, (result.Errors ?? []).Select(Line))) => Result = result;

    internal ExportRefusedException(ExecutionError error) : this(new ExecutionResult { Errors = [error] })
    {
    }

    /// <summary>The answer without data that says why.</summary>
    internal ExecutionResult Result { get; }

    private static string Line(ExecutionError error)
    {
        var place = error.Locations is { Count: > 0 } places ? string.Create(CultureInfo.InvariantCulture, $"Line {places[0].Line}, column {places[0].Column}: ") : "";
        return $"{place}{error.Message} ({error.Code})";
    }
}
