using ControlStrategy.GraphQL.Exporting;
using GraphQL;
using Microsoft.AspNetCore.Http;

namespace ControlStrategy.GraphQL.Http;

/// <summary>GraphQL over HTTP: GET and POST, status codes and media types as its specification says.</summary>
internal sealed class GraphQLEndpoint(GraphQLEngine engine, RequestReader reader, IGraphQLTextSerializer serializer, ExportAnswer export)
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
                await export.WriteAsync(context, type, operation);
                return;
            }
            var isGet = HttpMethods.IsGet(context.Request.Method);
            var result = await engine.ExecuteAsync(operation, queriesOnly: isGet, context.RequestServices, context.RequestAborted);
            await AnswerAsync(context, type, result);
        }
        catch (ExportRefusedException refused)
        {
            var isFailure = refused.Result.Errors!.Any(error => error.Code == "INTERNAL");
            await WriteAsync(context, isFailure ? StatusCodes.Status500InternalServerError : StatusCodes.Status400BadRequest, MediaTypes.Response, refused.Result);
        }
        catch (HttpRefusal refusal)
        {
            if (refusal.Allow is not null) context.Response.Headers.Allow = refusal.Allow;
            await WriteAsync(context, refusal.Status, type is null || MediaTypes.IsFile(type) ? MediaTypes.Json : type, new ExecutionResult(new ExecutionError(refusal.Message) { Code = refusal.Code }));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client is gone; nobody is left to answer.
        }
    }

    private Task AnswerAsync(HttpContext context, string type, ExecutionResult result)
    {
        var status = result.Executed || type == MediaTypes.Json ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
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
