using ControlStrategy.GraphQL.Exporting;
using GraphQL;
using GraphQL.Transport;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ControlStrategy.GraphQL.Http;

/// <summary>Answers an operation's one list as a file that is streamed.</summary>
internal sealed partial class ExportAnswer(GraphQLEngine engine, ILogger<ExportAnswer> logger)
{
    /// <exception cref="ExportRefusedException">The operation cannot be answered as a file; nothing was sent.</exception>
    public async Task WriteAsync(HttpContext context, string type, GraphQLRequest operation)
    {
        var format = type == MediaTypes.Csv ? ExportFormat.Csv : ExportFormat.JsonLines;
        var request = new ExportRequest(operation.Query!, operation.OperationName, operation.Variables ?? Inputs.Empty, format);
        await using var export = await engine.ExportAsync(request, context.RequestServices, context.RequestAborted);
        context.Response.ContentType = type + (format == ExportFormat.Csv ? "; charset=utf-8; header=present" : "; charset=utf-8");
        context.Response.Headers.ContentDisposition = $"attachment; filename={export.FileName}";
        context.Response.Headers.Vary = "Accept";
        try
        {
            await export.WriteAsync(context.Response.BodyWriter);
        }
        catch (Exception exception)
        {
            // Of a failure the log has no text, which may quote values.
            if (exception is RequestException limit) LogLimit(logger, export.FileName, limit.Message);
            else if (!context.RequestAborted.IsCancellationRequested && exception is not OperationCanceledException) engine.Log.Failed(exception);
            // A file that ends early must not look whole.
            context.Abort();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The transfer of {File} was broken off: {Reason}")]
    private static partial void LogLimit(ILogger logger, string file, string reason);
}
