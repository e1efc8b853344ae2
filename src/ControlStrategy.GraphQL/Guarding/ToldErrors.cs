using ControlStrategy.GraphQL.Execution;
using GraphQL;
using GraphQL.Validation;

namespace ControlStrategy.GraphQL.Guarding;

/// <summary>What is told of errors: not endlessly many or long, and no names that the caller did not know.</summary>
internal static class ToldErrors
{
    private const int MaximumLocations = 5;
    private const string Suggestion = " Did you mean";

    /// <summary>Bounds the errors of a result.</summary>
    public static ExecutionResult Bound(ExecutionResult result, EngineLimits limits)
    {
        if (result.Errors is not { Count: > 0 } errors) return result;
        var told = errors.Take(limits.MaximumErrors).Select(error => Told(error, limits.MaximumErrorCharacters)).ToList();
        result.Errors = [];
        result.Errors.AddRange(told);
        return result;
    }

    private static ExecutionError Told(ExecutionError error, int maximumCharacters)
    {
        // Hand-written text may say so too; the rules of the specification say it of names.
        var end = error is ValidationError ? error.Message.IndexOf(Suggestion, StringComparison.Ordinal) : -1;
        var message = end < 0 ? error.Message : error.Message[..end];
        if (message.Length > maximumCharacters) message = message[..(maximumCharacters - 1)] + "…";
        if (ReferenceEquals(message, error.Message) && (error.Locations?.Count ?? 0) <= MaximumLocations) return error;
        var told = error is RefusedError ? new RefusedError(new RequestException(error.Code!, message)) : new ExecutionError(message) { Code = error.Code };
        told.Path = error.Path;
        foreach (var location in error.Locations?.Take(MaximumLocations) ?? []) told.AddLocation(location);
        return told;
    }
}
