using System.Data.Common;
using GraphQL;
using Microsoft.Extensions.Logging;

namespace ControlStrategy.GraphQL.Execution;

/// <summary>One line for each operation, and one for each failure inside; never a document, a variable, a literal or an exception's text.</summary>
internal sealed partial class OperationLog(ILogger<GraphQLEngine> logger, TimeProvider clock)
{
    private const int LongestNameCharacters = 100;
    private const int MostCodes = 5;

    public long Start() => clock.GetTimestamp();

    /// <summary>The name is the document's own: what the request calls it may be any text.</summary>
    public void Ended(ExecutionResult result, long start)
    {
        if (!logger.IsEnabled(LogLevel.Information)) return;
        var name = result.Operation?.Name?.StringValue ?? "unnamed";
        var codes = result.Errors?.Select(error => error.Code ?? "UNCODED").Distinct(StringComparer.Ordinal).Take(MostCodes) ?? [];
        var outcome = result.Errors is null or [] ? "ok" : result.Executed ? "failed" : "refused";
        if (name.Length > LongestNameCharacters) name = name[..LongestNameCharacters];
        var (listed, milliseconds) = (string.Join(' ', codes), clock.GetElapsedTime(start).TotalMilliseconds);
        LogOperation(name, outcome, listed, milliseconds);
    }

    /// <summary>Types, numbers and places: the text of an exception may quote what a caller asked for.</summary>
    public void Failed(Exception exception)
    {
        var kinds = Chain(exception).Select(cause => cause is DbException ? $"{cause.GetType()} ({Number(cause)})" : $"{cause.GetType()}");
        var failure = string.Join(" <- ", kinds);
        LogFailure(failure, exception.StackTrace);
    }

    // SQLite's number stands before the colon, as in "SQLite Error 13: 'database or disk is full'".
    private static string Number(Exception fault) => fault.Message.Split(':')[0];

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
            yield return cause;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Operation {Operation}: {Outcome} {Codes} in {Milliseconds:0.0} ms")]
    private partial void LogOperation(string operation, string outcome, string codes, double milliseconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "A GraphQL field failed: {Failure}\n{Places}")]
    private partial void LogFailure(string failure, string? places);
}
