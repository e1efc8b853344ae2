using System.Data.Common;
using ControlStrategy.GraphQL.Json;
using ControlStrategy.GraphQL.Paging;
using ControlStrategy.GraphQL.Planning;
using ControlStrategy.GraphQL.Sessions;

namespace ControlStrategy.GraphQL.Execution;

/// <summary>Runs planned root fields to finished JSON.</summary>
internal sealed class FieldRunner(CursorSigner signer, EngineLimits limits)
{
    /// <exception cref="RequestException">The answer is over a limit, or a hand-written field refuses.</exception>
    /// <exception cref="OperationCanceledException">The operation has ended.</exception>
    public async Task<JsonBuffer> RunAsync(PlannedField field, Lease lease, IServiceProvider services)
    {
        try
        {
            using var answer = await field.Plan.FetchAsync(new PlanContext(field, lease, signer, services), parentKeys: null);
            return Write(field.Plan, answer);
        }
        catch (DbException) when (lease.Cancellation.IsCancellationRequested)
        {
            // A statement that was stopped says so as a fault of the database.
            throw new OperationCanceledException(lease.Cancellation);
        }
    }

    private JsonBuffer Write(Plan plan, Answer answer)
    {
        var json = new JsonBuffer(limits.MaximumAnswerBytes);
        try
        {
            plan.Write(answer, parentKey: null, json);
            return json;
        }
        catch
        {
            json.Dispose();
            throw;
        }
    }
}
