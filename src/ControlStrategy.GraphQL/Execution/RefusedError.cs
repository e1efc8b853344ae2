using GraphQL;

namespace ControlStrategy.GraphQL.Execution;

/// <summary>An argument was refused before anything ran: a request error, whose answer has no data.</summary>
internal sealed class RefusedError : ExecutionError
{
    public RefusedError(RequestException refusal) : base(refusal.Message) => Code = refusal.Code;

    /// <summary>GraphQL.NET counts whatever reached the strategy as executed.</summary>
    public static ExecutionResult Correct(ExecutionResult result)
    {
        if (result.Errors?.Any(error => error is RefusedError) == true) result.Executed = false;
        return result;
    }
}

/// <summary>Carries a refusal out of the execution.</summary>
internal sealed class RefusedException(RefusedError error) : Exception(error.Message)
{
    public RefusedError Error => error;
}
