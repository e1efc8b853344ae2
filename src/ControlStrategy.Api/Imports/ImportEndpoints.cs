using Microsoft.AspNetCore.Http.Features;

namespace ControlStrategy.Api.Imports;

/// <summary>Imports over HTTP: <c>POST /imports/{kind}?file=NAME</c> with the file as the body.</summary>
internal static class ImportEndpoints
{
    public static void AddImports(this IServiceCollection services) => services
        .AddSingleton<UploadedImport>()
        .AddSingleton<NewImports>()
        .AddSingleton<ImportWatch>()
        .AddHostedService(provider => provider.GetRequiredService<ImportWatch>());

    public static void MapImports(this IEndpointRouteBuilder routes) => routes.MapPost("/imports/{kind}", ImportAsync);

    private static async Task<IResult> ImportAsync(string kind, HttpContext context, UploadedImport import)
    {
        // The server's own limit is lower and answers nothing readable; the body is counted as it comes.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = null;
        try
        {
            var answer = await import.RunAsync(kind, context.Request, context.RequestAborted);
            return Results.Json(answer, statusCode: answer.Imported ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client is gone; nobody is left to answer.
            return Results.Empty;
        }
        catch (Exception failure) when (ImportRefusal.Of(failure) is { } refusal)
        {
            return refusal.ToResult(context.Response);
        }
    }
}
