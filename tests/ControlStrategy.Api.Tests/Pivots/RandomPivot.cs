using System.Text;

namespace ControlStrategy.Api.Tests.Pivots;

/// <summary>A pivot of demonstration data drawn at random, and the scorecards that say the same.</summary>
internal sealed class RandomPivot
{
    private static readonly string[] Codes =
        ["demo-violence-and-disorder", "demo-serious-organised-crime", "demo-public-protection", "demo-detection-rate", "demo-engagement-activities", "demo-local-crime-perception"];

    private static readonly string[] All =
    [
        "VALUE", "LOWER", "UPPER", "NUMERATOR", "DENOMINATOR", "PREVIOUS", "CHANGE", "CHANGE_PERCENT", "P_VALUE", "SIGNIFICANCE", "FIVE_YEAR_MEAN", "FIVE_YEAR_CHANGE",
        "FIVE_YEAR_CHANGE_PERCENT", "ROLLING_12", "ROLLING_12_CHANGE", "ROLLING_12_CHANGE_PERCENT", "RATE", "DETECTION_RATE", "TARGET", "RAG", "VARIATION", "ASSURANCE",
    ];

    /// <summary>How areas are asked for, and the code of the area they are together.</summary>
    private static readonly (string Arguments, string Together, bool IsOne)[] Places =
    [
        ("""area: "A", level: COUNCIL_AREA""", "A", false),
        ("""area: "COMMAND-NORTH", level: POLICE_DIVISION""", "COMMAND-NORTH", false),
        ("level: COMMAND_AREA", "S92000003", false),
        ("""areas: ["S12000033"]""", "S12000033", true),
    ];

    /// <summary>Periods, and the one they are together; of several years there is none.</summary>
    private static readonly (string Arguments, string[] Parts, string? Together)[] Times =
    [
        ("""periods: ["2023/24"]""", ["2023/24"], "2023/24"),
        ("""from: "2023-04-01", to: "2024-03-31", grain: QUARTER""", ["2023/24 Q1", "2023/24 Q2", "2023/24 Q3", "2023/24 Q4"], "2023/24"),
        ("""periods: ["2024-06", "2024-04", "2024-05"]""", ["2024-06", "2024-04", "2024-05"], "2024/25 Q1"),
        ("""periods: ["2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09"]""", ["2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09"], "2026/27 YTD Sep"),
        ("""from: "2022-03-01", to: "2025-04-30" """, ["2022/23", "2023/24", "2024/25"], null),
        ("""periods: ["2023/24 YTD Aug", "2024/25 YTD Aug"]""", ["2023/24 YTD Aug", "2024/25 YTD Aug"], null),
        ("""periods: ["2024/25", "2024-11", "2024/25 Q2", "2024/25 YTD Jun"]""", ["2024/25", "2024-11", "2024/25 Q2", "2024/25 YTD Jun"], null),
    ];

    private readonly string[] _measures;
    private readonly string[] _dimensions;
    private readonly string _totals;
    private readonly (string Arguments, string Together, bool IsOne) _place;
    private readonly (string Arguments, string[] Parts, string? Together) _time;
    private readonly int _rows;

    public RandomPivot(Random random)
    {
        _place = Places[random.Next(Places.Length)];
        _time = Times[random.Next(Times.Length)];
        _measures = random.GetItems(Codes, random.Next(1, 4)).Distinct().ToArray();
        Values = random.GetItems(All, random.Next(1, 8)).Distinct().ToArray();
        _dimensions = random.Next(3) == 0 ? ["MEASURE", "AREA", "PERIOD", "OUTCOME"] : ["MEASURE", "AREA", "PERIOD"];
        random.Shuffle(_dimensions);
        _rows = random.Next(_dimensions.Length + 1);
        string[] totals = ["NONE", "SUBTOTALS", "GRAND", "ALL"];
        _totals = $"rowTotals: {random.GetItems(totals, 1)[0]}, columnTotals: {random.GetItems(totals, 1)[0]}";
    }

    public string[] Values { get; }

    public string[] Measures => _measures;

    public string[] Periods => _time.Parts;

    public string? PeriodTogether => _time.Together;

    public string AreaTogether => _place.Together;

    public bool HasOneArea => _place.IsOne;

    public string Query => $$"""
        { pivot({{Arguments}}) {
            columns { header { ...keys } value }
            rows { header { ...keys } cells { value word reason missingAreas status } } } }
        fragment keys on PivotHeader { depth outcome { code } measure { code } area { code letter } period }
        """;

    /// <summary>The scorecard of each period; the areas are asked for by code.</summary>
    public string Scorecards(IEnumerable<string> areas)
    {
        var query = new StringBuilder("{ ");
        var place = 0;
        foreach (var period in Periods.Append(PeriodTogether).OfType<string>().Distinct())
            query.Append($$"""p{{place++}}: scorecard(period: "{{period}}", areas: ["{{string.Join("\", \"", areas)}}"], measures: ["{{string.Join("\", \"", _measures)}}"]) { period rows { ...row } } """);
        return query.Append($$"""} fragment row on ScorecardRow { {{ScorecardFigure.Selection}} }""").ToString();
    }

    private string Arguments =>
        $"rows: [{string.Join(", ", _dimensions[.._rows])}], columns: [{string.Join(", ", _dimensions[_rows..])}], values: [{string.Join(", ", Values)}], "
        + $"measures: [\"{string.Join("\", \"", _measures)}\"], {_place.Arguments}, {_time.Arguments}, {_totals}";
}
