using ControlStrategy.GraphQL.Json;
using ControlStrategy.GraphQL.Paging;
using ControlStrategy.GraphQL.Planning;
using ControlStrategy.GraphQL.Sessions;

namespace ControlStrategy.GraphQL.Execution;

/// <summary>Runs planned root fields to finished JSON.</summary>
internal sealed class FieldRunner(CursorSigner signer, EngineLimits limits)
{
    /// <exception cref="RequestException">The answer is over a limit, or a hand-written field refuses.</exception>
    public async Task<JsonBuffer> RunAsync(PlannedField field, Lease lease, IServiceProvider services)
    {
        using var answer = await field.Plan.FetchAsync(new PlanContext(field, lease, signer, services), parentKeys: null);
        var json = new JsonBuffer(limits.MaximumAnswerBytes);
        try
        {
            field.Plan.Write(answer, parentKey: null, json);
            return json;
        }
        catch
        {
            json.Dispose();
            throw;
        }
    }
}
