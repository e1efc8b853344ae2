using System.Text.Json.Nodes;

namespace ControlStrategy.Reporting.Tests.Fakes;

/// <summary>One row of a canned scorecard: figures from which the rest is computed as the API does it.</summary>
internal sealed record ScorecardRow(string Code, string Name)
{
    public double? Current { get; init; } = 120;

    public double? Previous { get; init; } = 100;

    public double? FiveYearMean { get; init; } = 110.4;

    public int? Population { get; init; } = 227_560;

    public string? Definition { get; init; } = "Crimes and offences of this category that the police recorded.";

    public string Unit { get; init; } = "crimes";

    public string Polarity { get; init; } = "LOWER_IS_BETTER";

    public bool Demonstration { get; init; }

    public JsonObject ToJson() => new()
    {
        ["measure"] = new JsonObject
        {
            ["code"] = Code,
            ["name"] = Name,
            ["unit"] = Unit,
            ["polarity"] = Polarity,
            ["source"] = "Scottish Government, Recorded Crime in Scotland",
            ["definition"] = Definition,
            ["demonstration"] = Demonstration,
        },
        ["current"] = Figure(Current),
        ["previous"] = Figure(Previous),
        ["change"] = Change(Previous, withNumber: true),
        ["fiveYearMean"] = Figure(FiveYearMean),
        ["fiveYearChange"] = Change(FiveYearMean, withNumber: false),
        ["rate"] = Rate(),
    };

    private static JsonObject Figure(double? value) => new() { ["value"] = value, ["reason"] = value is null ? "NOT_AVAILABLE" : null };

    private JsonObject Change(double? from, bool withNumber)
    {
        var change = new JsonObject
        {
            ["percent"] = from is null or 0 ? null : (Current - from) / from * 100,
            ["reason"] = Current is null || from is null ? "NOT_AVAILABLE" : from == 0 ? "NOT_APPLICABLE" : null,
        };
        if (withNumber)
            change["number"] = Current - from;
        return change;
    }

    private JsonObject Rate() => new()
    {
        ["value"] = Current / Population * 10_000,
        ["populationYear"] = Population is null ? null : 2018,
        ["reason"] = Current is null || Population is null ? "NOT_AVAILABLE" : null,
    };
}
