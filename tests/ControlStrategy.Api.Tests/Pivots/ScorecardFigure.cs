using System.Text.Json;

namespace ControlStrategy.Api.Tests.Pivots;

/// <summary>What a row of a scorecard says of a pivot's value.</summary>
/// <param name="Text">The number or the word as JSON; null where there is neither.</param>
/// <param name="Reason">Why there is neither.</param>
internal readonly record struct ScorecardFigure(string? Text, string? Reason)
{
    public const string Selection = """
        measure { code kind } area { code letter } current { value lower upper numerator denominator reason intervalReason missingAreas status } previous { value reason }
        change { number percent reason pValue significance testReason } fiveYearMean { value reason } fiveYearChange { number percent reason }
        rolling12 { value reason } rolling12Change { number percent reason } rate { value reason } detectionRate { value reason } target { value } rag variation assurance chartReason
        """;

    private static readonly ScorecardFigure NotApplicable = new(null, "NOT_APPLICABLE");

    public static ScorecardFigure Of(JsonElement row, string value) => value switch
    {
        "VALUE" => At(row, "current.value", "current.reason"),
        "LOWER" or "UPPER" => At(row, $"current.{value.ToLowerInvariant()}", "current.intervalReason"),
        "NUMERATOR" or "DENOMINATOR" => Json(row, "measure.kind") is "\"COUNT\"" ? NotApplicable : At(row, $"current.{value.ToLowerInvariant()}", "current.reason"),
        "PREVIOUS" => At(row, "previous.value", "previous.reason"),
        "CHANGE" => At(row, "change.number", "change.reason"),
        "CHANGE_PERCENT" => At(row, "change.percent", "change.reason"),
        "P_VALUE" => At(row, "change.pValue", "change.testReason"),
        "SIGNIFICANCE" => At(row, "change.significance", "change.testReason"),
        "FIVE_YEAR_MEAN" => At(row, "fiveYearMean.value", "fiveYearMean.reason"),
        "FIVE_YEAR_CHANGE" => At(row, "fiveYearChange.number", "fiveYearChange.reason"),
        "FIVE_YEAR_CHANGE_PERCENT" => At(row, "fiveYearChange.percent", "fiveYearChange.reason"),
        "ROLLING_12" => At(row, "rolling12.value", "rolling12.reason"),
        "ROLLING_12_CHANGE" => At(row, "rolling12Change.number", "rolling12Change.reason"),
        "ROLLING_12_CHANGE_PERCENT" => At(row, "rolling12Change.percent", "rolling12Change.reason"),
        "RATE" => At(row, "rate.value", "rate.reason"),
        "DETECTION_RATE" => At(row, "detectionRate.value", "detectionRate.reason"),
        "TARGET" => Json(row, "target") is null ? new ScorecardFigure(null, "NOT_AVAILABLE") : new ScorecardFigure(Json(row, "target.value"), null),
        "RAG" => new ScorecardFigure(Json(row, "rag"), null),
        "VARIATION" => At(row, "variation", "chartReason"),
        "ASSURANCE" => Json(row, "assurance") is { } assurance ? new ScorecardFigure(assurance, null) : new ScorecardFigure(null, Json(row, "chartReason")?.Trim('"') ?? "NOT_APPLICABLE"),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "Not a figure of the scorecard."),
    };

    private static ScorecardFigure At(JsonElement row, string figure, string reason) =>
        Json(row, figure) is { } text ? new ScorecardFigure(text, null) : new ScorecardFigure(null, Json(row, reason)?.Trim('"'));

    private static string? Json(JsonElement row, string path)
    {
        var at = path.Split('.').Aggregate(row, (inner, member) => inner.GetProperty(member));
        return at.ValueKind is JsonValueKind.Null ? null : at.GetRawText();
    }
}
