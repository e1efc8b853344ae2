namespace ControlStrategy.Reporting;

/// <summary>A report that cannot be produced. The message is fit to be shown to the person who asked for it.</summary>
/// <remarks>Not sealed: each cause is a type of its own, so that a host can choose the status or exit code by type.</remarks>
/// <param name="message">What is wrong and what to do about it.</param>
/// <param name="innerException">What was thrown below, where there is such a thing.</param>
public class ReportException(string message, Exception? innerException = null) : Exception(message, innerException);

/// <summary>No report of that name is in the catalogue.</summary>
/// <param name="name">The name asked for.</param>
/// <param name="knownNames">The names there are.</param>
public sealed class UnknownReportException(string name, IReadOnlyList<string> knownNames)
    : ReportException($"There is no report '{name}'. The reports are: {string.Join(", ", knownNames)}.")
{
    /// <summary>The name asked for.</summary>
    public string Name { get; } = name;

    /// <summary>The names there are, in ordinal order.</summary>
    public IReadOnlyList<string> KnownNames { get; } = knownNames;
}

/// <summary>A parameter that is missing, not one of the report's, not of its type, or of a value that nothing is known about.</summary>
/// <param name="parameter">The parameter's name.</param>
/// <param name="isUnknownValue">Whether the value is well formed, but nothing is known about it.</param>
/// <param name="problem">What is wrong, as a sentence.</param>
public sealed class ReportParameterException(string parameter, bool isUnknownValue, string problem) : ReportException(problem)
{
    /// <summary>The parameter's name.</summary>
    public string Parameter { get; } = parameter;

    /// <summary>
    /// True where the value is well formed, but nothing is known about it (a host answers 404); false for a malformed request (400).
    /// </summary>
    public bool IsUnknownValue { get; } = isUnknownValue;
}

/// <summary>Nothing the report is about is known: a pack without a figure is not made.</summary>
/// <param name="title">The title it would have had.</param>
public sealed class ReportWithoutFiguresException(string title)
    : ReportException($"There are no figures for '{title}'. Import them first, or ask for another period.");

/// <summary>One error of a GraphQL answer.</summary>
/// <param name="Message">The error's message.</param>
/// <param name="Code">The error's code (`extensions.code`); null where the answer gives none.</param>
/// <param name="Path">The path of the field the error belongs to, joined with dots; null where the answer gives none.</param>
/// <param name="Line">The line of the operation's file, from 1; null where the answer gives none.</param>
public sealed record OperationError(string Message, string? Code, string? Path, int? Line = null);

/// <summary>An operation of a report that was answered with errors, or not at all.</summary>
/// <param name="operation">The operation's name in the report's definition.</param>
/// <param name="errors">The errors, at least one.</param>
public sealed class ReportOperationException(string operation, IReadOnlyList<OperationError> errors)
    : ReportException(string.Join(" ", errors.Select(error => error.Message)))
{
    /// <summary>The operation's name in the report's definition.</summary>
    public string Operation { get; } = operation;

    /// <summary>The errors, at least one, in the order of the answer.</summary>
    public IReadOnlyList<OperationError> Errors { get; } = errors;
}
