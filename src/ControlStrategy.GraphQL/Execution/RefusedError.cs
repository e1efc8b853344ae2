using ControlStrategy.GraphQL.Planning;
using GraphQL;
using GraphQLParser;
using GraphQLParser.AST;

namespace ControlStrategy.GraphQL.Execution;

/// <summary>An argument was refused before anything ran: a request error, whose answer has no data.</summary>
internal sealed class RefusedError : ExecutionError
{
    public RefusedError(RequestException refusal) : base(refusal.Message) => Code = refusal.Code;

    /// <summary>A refusal of a root field.</summary>
    public static RefusedError At(RequestException refusal, GraphQLDocument document, PlannedRoot root)
    {
        var error = new RefusedError(refusal) { Path = [root.ResponseName] };
        error.AddLocation(Location.FromLinearPosition(document.Source, root.Syntax.Location.Start));
        return error;
    }

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
