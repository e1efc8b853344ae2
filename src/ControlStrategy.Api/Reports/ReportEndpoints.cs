using ControlStrategy.Api.Composition;
using ControlStrategy.Api.Traffic;
using ControlStrategy.Reporting;
using ControlStrategy.Reporting.Xlsx;

namespace ControlStrategy.Api.Reports;

/// <summary>Reports over HTTP: <c>GET /reports/{name}.xlsx</c> with the report's parameters in the query.</summary>
internal static class ReportEndpoints
{
    public static void AddReports(this IServiceCollection services) => services.AddSingleton<ReportRun>().AddSingleton<ReportVerification>().AddSingleton<ReportCheck>();

    public static void MapReports(this IEndpointRouteBuilder routes) => routes.MapGet("/reports/{name}.xlsx", ProduceAsync).RequireRateLimiting(RequestRates.Files);

    private static async Task<IResult> ProduceAsync(string name, HttpRequest request, ReportRun run, CancellationToken cancellation)
    {
        var arguments = request.Query.ToDictionary(argument => argument.Key, argument => argument.Value.ToString(), StringComparer.Ordinal);
        try
        {
            var workbook = await run.ProduceAsync(name, arguments, cancellation);
            request.HttpContext.RequestServices.ServerLog().ReportProduced(name, workbook.Length);
            return Results.Stream(workbook, WorkbookWriter.MediaType, ReportFileName.Of(name, arguments));
        }
        catch (ReportException refused)
        {
            var (status, code) = ReportRefusal.Of(refused);
            request.HttpContext.RequestServices.ServerLog().ReportRefused(code);
            return Results.Problem(refused.Message, statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = code });
        }
    }
}
