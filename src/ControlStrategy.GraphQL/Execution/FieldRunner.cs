using System.Data.Common;
using ControlStrategy.GraphQL.Json;
using ControlStrategy.GraphQL.Paging;
using ControlStrategy.GraphQL.Planning;
using ControlStrategy.GraphQL.Sessions;

namespace ControlStrategy.GraphQL.Execution;

/// <summary>Runs planned root fields to finished JSON.</summary>
internal sealed class FieldRunner(CursorSigner signer, EngineLimits limits)
{
    /// <param name="field">The field.</param>
    /// <param name="lease">The operation's session.</param>
    /// <param name="services">Services of hand-written fields.</param>
    /// <param name="takenBytes">Bytes of the answer that other fields have taken.</param>
    /// <exception cref="RequestException">The answer is over a limit, or a hand-written field refuses.</exception>
    /// <exception cref="OperationCanceledException">The operation has ended.</exception>
    public async Task<JsonBuffer> RunAsync(PlannedField field, Lease lease, IServiceProvider services, int takenBytes)
    {
        try
        {
            using var answer = await field.Plan.FetchAsync(new PlanContext(field, lease, signer, services), parentKeys: null);
            return Write(field.Plan, answer, takenBytes);
        }
        catch (DbException) when (lease.Cancellation.IsCancellationRequested)
        {
            // A statement that was stopped says so as a fault of the database.
            throw new OperationCanceledException(lease.Cancellation);
        }
    }

    private JsonBuffer Write(Plan plan, Answer answer, int takenBytes)
    {
        var json = new JsonBuffer(limits.MaximumAnswerBytes, takenBytes);
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
