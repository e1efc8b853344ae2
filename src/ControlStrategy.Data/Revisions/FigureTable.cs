using ControlStrategy.Domain.Revisions;

namespace ControlStrategy.Data.Revisions;

/// <summary>How a kind of figure is stored, as parts of a statement's text in which <c>later</c> is the row that was recorded later.</summary>
internal sealed record FigureTable(FigureKind Figure, string Name)
{
    public static IReadOnlyList<FigureTable> All { get; } =
    [
        new(FigureKind.Observation, "Observations")
        {
            Key = ["MeasureId", "AreaId", "PeriodStart", "PeriodEnd"],
            Compared = ["Value", "Numerator", "Denominator"],
            Value = "Value",
            HasHistoryIndex = true,
            HasMeasure = true,
            HasStatus = true,
            HasSource = true,
            MeasureKind = KindOfMeasure,
            First = "later.\"PeriodStart\"",
            Last = "later.\"PeriodEnd\"",
            Grain = "later.\"Grain\"",
        },
        new(FigureKind.Target, "Targets")
        {
            Key = ["MeasureId", "AreaId", "FinancialYearStart"],
            Compared = ["Value", "Tolerance"],
            Value = "Value",
            HasMeasure = true,
            MeasureKind = KindOfMeasure,
            First = """(later."FinancialYearStart" || '-04-01')""",
            Last = """((later."FinancialYearStart" + 1) || '-03-31')""",
            Grain = $"{(int)Domain.Periods.Grain.Year}",
        },
        new(FigureKind.Population, "AreaPopulations")
        {
            Key = ["AreaId", "MidYear"],
            Compared = ["AllAges", "Aged16AndOver"],
            Value = "AllAges",
            IsWhole = true,
            MeasureKind = $"{(int)Domain.Measures.MeasureKind.Count}",
            First = """(later."MidYear" || '-06-30')""",
            Last = """(later."MidYear" || '-06-30')""",
            Label = """('mid-' || later."MidYear")""",
        },
        new(FigureKind.Estimate, "SurveyEstimates")
        {
            Key = ["QuestionId", "AreaId", "WaveId"],
            HasWave = true,
            Compared = ["Percentage", "UnweightedBase", "Shorthand"],
            Value = "Percentage",
            HasSource = true,
            MeasureKind = $"{(int)Domain.Measures.MeasureKind.Survey}",
            First = Wave("FieldworkFirstDay"),
            Last = Wave("FieldworkLastDay"),
            Label = Wave("Label"),
        },
    ];

    /// <summary>The columns that name one figure.</summary>
    public required string[] Key { get; init; }

    /// <summary>The columns whose change is a revision.</summary>
    public required string[] Compared { get; init; }

    /// <summary>The column of the value.</summary>
    public required string Value { get; init; }

    /// <summary>Whether the value is stored as a whole number instead of as an amount.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Whether an index leads from the key to the rows of all times.</summary>
    public bool HasHistoryIndex { get; init; }

    public bool HasMeasure { get; init; }

    public bool HasStatus { get; init; }

    /// <summary>Whether figures of one period may be of several waves.</summary>
    public bool HasWave { get; init; }

    public bool HasSource { get; init; }

    /// <summary>The number of what the values are.</summary>
    public required string MeasureKind { get; init; }

    /// <summary>First day of the period.</summary>
    public required string First { get; init; }

    /// <summary>Last day of the period.</summary>
    public required string Last { get; init; }

    /// <summary>The number of the period's length.</summary>
    public string Grain { get; init; } = "NULL";

    /// <summary>The period as it is written, where it is not of a grain.</summary>
    public string Label { get; init; } = "NULL";

    /// <summary>Measure or question of the figure: the first column of the key; null where a figure is of its area only.</summary>
    public string? Subject => Key[0] == "AreaId" ? null : $"later.\"{Key[0]}\"";

    private static string KindOfMeasure => """(SELECT "Kind" FROM "Measures" WHERE "Id" = later."MeasureId")""";

    private static string Wave(string column) => $"(SELECT \"{column}\" FROM \"SurveyWaves\" WHERE \"Id\" = later.\"WaveId\")";
}
