using System.Text.Json;
using System.Text.Json.Nodes;

namespace ControlStrategy.Reporting.Tests.Fakes;

/// <summary>Answers a report's operations from memory, in the shape of the API's answers.</summary>
internal sealed class FakeApi
{
    public const string SchemaSha256 = "5c4e3a5f0c9d4b7e8f1a2b3c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f70";

    private readonly Dictionary<string, ScorecardRow> _rows = new(StringComparer.Ordinal);

    public string? AreaName { get; init; } = "Aberdeen City";

    public string? DataAsAt { get; init; } = "2026-03-14T09:30:12.345Z";

    public IReadOnlyList<string> Sources { get; init; } = ["Scottish Government, Recorded Crimes and Offences"];

    public bool IsProvisional { get; init; }

    /// <summary>Every call: the operation's name and its variables as JSON.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>Answers a measure with this row instead of one made up from its code.</summary>
    public FakeApi With(ScorecardRow row)
    {
        _rows[row.Code] = row;
        return this;
    }

    public Task<JsonDocument> RunAsync(
        string operationText, string? operationName, IReadOnlyDictionary<string, object?> variables, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Calls.Add($"{operationName}{JsonSerializer.Serialize(variables)}");
        var data = operationText.Contains("scorecard(", StringComparison.Ordinal) ? Scorecard(variables) : Area(variables);
        return Task.FromResult(JsonDocument.Parse(new JsonObject { ["data"] = data }.ToJsonString()));
    }

    private JsonObject Area(IReadOnlyDictionary<string, object?> variables) => new()
    {
        ["area"] = AreaOf(variables),
        ["areas"] = new JsonObject { ["nodes"] = AreaName is null ? [] : new JsonArray(AreaOf(variables)) },
    };

    private JsonObject? AreaOf(IReadOnlyDictionary<string, object?> variables) =>
        AreaName is null ? null : new JsonObject { ["code"] = (string)variables["area"]!, ["name"] = AreaName };

    private JsonObject Scorecard(IReadOnlyDictionary<string, object?> variables)
    {
        var codes = ((IEnumerable<object?>)variables["measures"]!).Cast<string>();
        var rows = new JsonArray([.. codes.Select(code => (JsonNode)RowOf(code).ToJson())]);
        return new JsonObject { ["scorecard"] = new JsonObject { ["dataAsAt"] = DataAsAt, ["sources"] = new JsonArray([.. Sources.Select(source => (JsonNode)source)]), ["provisional"] = IsProvisional, ["rows"] = rows } };
    }

    private ScorecardRow RowOf(string code) => _rows.GetValueOrDefault(code) ?? MadeUp(code);

    // Different for each code, and the same on every machine.
    private static ScorecardRow MadeUp(string code)
    {
        var seed = code.Aggregate(17, (sum, character) => ((sum * 31) + character) % 9_973);
        return new ScorecardRow(code, char.ToUpperInvariant(code[0]) + code[1..].Replace('-', ' '))
        {
            Current = seed,
            Previous = seed / 7 * 6 + 11,
            FiveYearMean = (seed * 19 / 4 + seed % 13) / 5.0,
        };
    }
}
