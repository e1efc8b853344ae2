using ControlStrategy.GraphQL.Execution;
using ControlStrategy.GraphQL.Exporting;
using GraphQL;
using Microsoft.AspNetCore.Http;

namespace ControlStrategy.GraphQL.Http;

/// <summary>GraphQL over HTTP: GET and POST, status codes and media types as its specification says.</summary>
internal sealed class GraphQLEndpoint(GraphQLEngine engine, RequestReader reader, IGraphQLTextSerializer serializer, ExportAnswer export, ExecutionTurns turns, EngineOptions options)
{
    public async Task HandleAsync(HttpContext context)
    {
        var type = MediaTypes.Negotiate(context.Request);
        try
        {
            if (type is null)
                throw new HttpRefusal(StatusCodes.Status406NotAcceptable, "NOT_ACCEPTABLE", $"Accept {MediaTypes.Response} or {MediaTypes.Json}, or for a list as a file {MediaTypes.Csv} or application/jsonl.");
            var operation = await reader.ReadAsync(context.Request, context.RequestAborted);
            if (MediaTypes.IsFile(type))
            {
                using var file = await turns.FileAsync(context.RequestAborted);
                await export.WriteAsync(context, type, operation);
                return;
            }
            var isGet = HttpMethods.IsGet(context.Request.Method);
            ExecutionResult result;
            // The answer is finished then: who reads it slowly keeps nobody waiting.
            using (await turns.OperationAsync(context.RequestAborted))
                result = await engine.ExecuteAsync(operation, queriesOnly: isGet, context.RequestServices, context.RequestAborted);
            if (FinishedAnswer.IsLarge(result)) await AnswerInTimeAsync(context, type, result);
            else await AnswerAsync(context, type, result);
        }
        catch (ExportRefusedException refused)
        {
            var isFailure = refused.Result.Errors!.Any(error => error.Code == "INTERNAL");
            await WriteAsync(context, isFailure ? StatusCodes.Status500InternalServerError : StatusCodes.Status400BadRequest, MediaTypes.Response, refused.Result);
        }
        catch (HttpRefusal refusal)
        {
            await RefuseAsync(context, refusal);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client is gone; nobody is left to answer.
        }
    }

    /// <summary>Answers a request that never becomes an operation.</summary>
    public Task RefuseAsync(HttpContext context, HttpRefusal refusal)
    {
        var type = MediaTypes.Negotiate(context.Request) is MediaTypes.Response ? MediaTypes.Response : MediaTypes.Json;
        if (refusal.Header is var (name, value)) context.Response.Headers[name] = value;
        if (refusal.IsLast && HttpProtocol.IsHttp11(context.Request.Protocol)) context.Response.Headers.Connection = "close";
        var status = type == MediaTypes.Json ? refusal.StatusOfJson ?? refusal.Status : refusal.Status;
        return WriteAsync(context, status, type, new ExecutionResult(new ExecutionError(refusal.Message) { Code = refusal.Code }));
    }

    /// <summary>Who takes a large answer too slowly does not get its end.</summary>
    private async Task AnswerInTimeAsync(HttpContext context, string type, ExecutionResult result)
    {
        using var turn = await turns.LargeAnswerAsync(context.RequestAborted);
        using var time = new CancellationTokenSource(TimeSpan.FromSeconds(options.Limits.MaximumRequestSeconds), options.Clock);
        await using var abort = time.Token.UnsafeRegister(static context => ((HttpContext)context!).Abort(), context);
        await AnswerAsync(context, type, result);
    }

    private Task AnswerAsync(HttpContext context, string type, ExecutionResult result)
    {
        // What is over a limit is refused for every client; only documents that are not valid are 200 for clients of the older type.
        var isRefused = result.Errors?.Any(error => error is RefusedError) == true;
        var status = result.Executed || (type == MediaTypes.Json && !isRefused) ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        if (result.Errors?.Any(error => error.Code == QueriesOnlyRule.Code) == true)
        {
            status = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = "POST";
        }
        return WriteAsync(context, status, type, result);
    }

    private async Task WriteAsync(HttpContext context, int status, string type, ExecutionResult result)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type + "; charset=utf-8";
        context.Response.Headers.Vary = "Accept";
        if (FinishedAnswer.Of(result) is { } data) await FinishedAnswer.WriteAsync(context.Response, data, context.RequestAborted);
        else await serializer.WriteAsync(context.Response.Body, result, context.RequestAborted);
    }
}
