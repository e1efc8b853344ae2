using ControlStrategy.GraphQL.Planning;
using ControlStrategy.GraphQL.Sessions;
using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser;

namespace ControlStrategy.GraphQL.Execution;

/// <summary>Runs operations of known documents without the stock execution: only values are read, nothing is validated anew.</summary>
internal sealed class OperationRunner(ISchema schema, IDocumentValidator values, Planner planner, FieldRunner fields, SessionPool sessions)
{
    /// <summary>The operation's plans with this request's values; null where its variables do not fit, which the stock execution words.</summary>
    /// <exception cref="RefusedException">A limit is exceeded, or an argument contradictory or forged.</exception>
    public async ValueTask<IReadOnlyList<PlannedField>?> PlanAsync(KnownOperation known, Inputs? variables, IServiceProvider services, CancellationToken cancellation)
    {
        if (planner.ConstantOf(known, services) is { } constant) return constant;
        var read = await values.ValidateAsync(new ValidationOptions
        {
            Schema = schema,
            Document = known.Document,
            Operation = known.Operation,
            Rules = [],
            Variables = variables ?? Inputs.Empty,
            CancellationToken = cancellation,
        });
        if (!read.IsValid) return null;
        var planned = planner.Plan(new OperationValues(known.Document, known.Operation, read.ArgumentValues, read.DirectiveValues, services), known.Roots);
        if (known.IsConstant) known.Constant = planned;
        return planned;
    }

    /// <summary>Runs the root fields one after the other on one session; one that fails is null and has an error.</summary>
    /// <param name="known">The operation.</param>
    /// <param name="planned">Its plans.</param>
    /// <param name="services">Services of hand-written fields.</param>
    /// <param name="mask">What the caller hears of a failure inside.</param>
    /// <param name="cancellation">Ends the operation.</param>
    public async Task<ExecutionResult> RunAsync(
        KnownOperation known, IReadOnlyList<PlannedField> planned, IServiceProvider services, Func<Exception, ExecutionError> mask, CancellationToken cancellation)
    {
        await using var lease = new Lease(sessions, IsSnapshot(planned), cancellation);
        var finished = new FinishedField[planned.Count];
        var result = new ExecutionResult { Executed = true, Document = known.Document, Operation = known.Operation, Data = new FinishedData(finished) };
        var bytes = 0;
        for (var i = 0; i < finished.Length; i++)
        {
            finished[i] = new FinishedField(known.Roots[i].ResponseName, known.Members[i], null);
            try
            {
                finished[i] = finished[i] with { Value = await fields.RunAsync(planned[i], lease, services, bytes) };
                bytes += finished[i].Value!.Length;
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellation.IsCancellationRequested)
            {
                result.AddError(At(known, i, exception is RequestException refused ? new ExecutionError(refused.Message) { Code = refused.Code } : mask(exception)));
            }
        }
        return result;
    }

    private static bool IsSnapshot(IReadOnlyList<PlannedField> planned)
    {
        var statements = 0;
        for (var i = 0; i < planned.Count; i++)
            statements += planned[i].Plan.Statements;
        return statements > 1;
    }

    private static ExecutionError At(KnownOperation known, int root, ExecutionError error)
    {
        error.Path = [known.Roots[root].ResponseName];
        error.AddLocation(Location.FromLinearPosition(known.Document.Source, known.Roots[root].Syntax.Location.Start));
        return error;
    }
}
