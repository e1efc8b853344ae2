using ControlStrategy.Api.Composition;
using ControlStrategy.Api.Traffic;
using ControlStrategy.Reporting;
using ControlStrategy.Reporting.Layout;
using ControlStrategy.Reporting.Plain;
using ControlStrategy.Reporting.Xlsx;

namespace ControlStrategy.Api.Reports;

/// <summary>
/// Reports over HTTP, with the report's parameters in the query: <c>GET /reports</c> lists them, <c>/reports/{name}.xlsx</c> is the workbook,
/// <c>/reports/{name}.json</c> what it says, <c>/reports/{name}/{sheet}.csv</c> one table of it.
/// </summary>
internal static class ReportEndpoints
{
    private const string JsonMediaType = "application/json; charset=utf-8";

    public static void AddReports(this IServiceCollection services) =>
        services.AddSingleton<ReportRun>().AddSingleton<ReportVerification>().AddSingleton<ReportCheck>();

    public static void MapReports(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/reports", (ReportRun run) => ReportListing.Of(run.OpenCatalogue()));
        var files = routes.MapGroup("/reports").RequireRateLimiting(RequestRates.Files);
        files.MapGet("/{name}.xlsx", (string name, HttpRequest request, ReportRun run, CancellationToken cancellation) => AnswerAsync(request, async arguments =>
        {
            var workbook = await run.ProduceAsync(name, arguments, cancellation);
            request.HttpContext.RequestServices.ServerLog().ReportProduced(name, workbook.Length);
            return Results.Stream(workbook, WorkbookWriter.MediaType, ReportFileName.Of(name, arguments, "xlsx"));
        }));
        files.MapGet("/{name}.json", (string name, HttpRequest request, ReportRun run, CancellationToken cancellation) => AnswerAsync(request, async arguments =>
        {
            var content = await run.ComposeAsync(name, arguments, cancellation);
            return Results.Stream(target => ContentJson.WriteAsync(content, target, cancellation), JsonMediaType, ReportFileName.Of(name, arguments, "json"));
        }));
        files.MapGet("/{name}/{sheet}.csv", (string name, string sheet, HttpRequest request, ReportRun run, CancellationToken cancellation) => AnswerAsync(request, async arguments =>
        {
            var table = TableOf(await run.ComposeAsync(name, arguments, cancellation), sheet);
            return Results.Stream(target => TableCsv.WriteAsync(table, target, cancellation), TableCsv.MediaType, ReportFileName.Of($"{name}-{sheet}", arguments, "csv"));
        }));
    }

    private static async Task<IResult> AnswerAsync(HttpRequest request, Func<IReadOnlyDictionary<string, string>, Task<IResult>> answer)
    {
        try
        {
            return await answer(request.Query.ToDictionary(argument => argument.Key, argument => argument.Value.ToString(), StringComparer.Ordinal));
        }
        catch (ReportException refused)
        {
            var (status, code) = ReportRefusal.Of(refused);
            request.HttpContext.RequestServices.ServerLog().ReportRefused(code);
            return Results.Problem(refused.Message, statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = code });
        }
    }

    private static SheetContent TableOf(ReportContent content, string sheet) =>
        content.Sheets.FirstOrDefault(table => table.Name == sheet) ?? throw new UnknownSheetException(sheet, [.. content.Sheets.Select(table => table.Name)]);
}

/// <summary>The report has no such sheet.</summary>
internal sealed class UnknownSheetException(string sheet, IReadOnlyList<string> known) : ReportException($"The report has no sheet '{sheet}'. Its sheets are: {string.Join(", ", known)}.");
