using ControlStrategy.Reporting;
using ControlStrategy.Reporting.Definitions;

namespace ControlStrategy.Api.Reports;

/// <summary>Which status and code a report's failure has.</summary>
internal static class ReportRefusal
{
    public static (int Status, string Code) Of(ReportException refused) => refused switch
    {
        UnknownReportException => (StatusCodes.Status404NotFound, "UNKNOWN_REPORT"),
        UnknownSheetException => (StatusCodes.Status404NotFound, "UNKNOWN_SHEET"),
        ReportWithoutFiguresException => (StatusCodes.Status404NotFound, "NO_FIGURES"),
        ReportParameterException { IsUnknownValue: true } => (StatusCodes.Status404NotFound, "UNKNOWN_VALUE"),
        ReportParameterException => (StatusCodes.Status400BadRequest, "INVALID_PARAMETER"),
        ReportOperationException { Errors: [{ Code: "INVALID_PERIOD" or "TOO_MANY_ROWS" }, ..] } refusal => (StatusCodes.Status400BadRequest, refusal.Errors[0].Code!),
        ReportOperationException { Errors: [{ Code: "UNKNOWN_AREA" or "UNKNOWN_MEASURE" }, ..] } refusal => (StatusCodes.Status404NotFound, refusal.Errors[0].Code!),
        ReportDefinitionException => (StatusCodes.Status500InternalServerError, "REPORT_DEFINITION"),
        _ => (StatusCodes.Status500InternalServerError, "REPORT_FAILED"),
    };
}
