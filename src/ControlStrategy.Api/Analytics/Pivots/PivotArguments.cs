using ControlStrategy.Api.Analytics.Scorecards;
using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Pivots;

namespace ControlStrategy.Api.Analytics.Pivots;

/// <summary>What a pivot is asked for.</summary>
public sealed record PivotArguments
{
    /// <summary>By what rows are told apart, the outermost first; none makes one row.</summary>
    public required IReadOnlyList<PivotDimension> Rows { get; init; }

    /// <summary>By what columns are told apart, the outermost first; without any there is one column for each value.</summary>
    public IReadOnlyList<PivotDimension>? Columns { get; init; }

    /// <summary>The values of each row and column, in this order.</summary>
    public required IReadOnlyList<PivotValue> Values { get; init; }

    /// <summary>
    /// The periods, in the order of the answer, each written as that of a scorecard: `2021/22` (financial year), `2021/22 Q2` (financial
    /// quarter), `2021/22 YTD Sep` (April to September) or `2021-09` (month). Either these, or `from` and `to`.
    /// </summary>
    public IReadOnlyList<string>? Periods { get; init; }

    /// <summary>The first day of the first period; with `to` and `grain` instead of `periods`.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of the last period; what is not a whole period is left out.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Length of the periods between `from` and `to`; without it, financial years.</summary>
    public Grain? Grain { get; init; }

    /// <summary>Code of one area; instead of `areas`.</summary>
    public string? Area { get; init; }

    /// <summary>Codes of the areas, in the order of the answer; former codes and letters of divisions are understood too. Without area, areas and level, Scotland.</summary>
    public IReadOnlyList<string>? Areas { get; init; }

    /// <summary>All areas of this level, by code; together with `area` or `areas`, those of the level that lie below, at or above them.</summary>
    public AreaLevel? Level { get; init; }

    /// <summary>Codes of the measures, in the order of the answer. Without measures and outcome, all measures in the order they were made.</summary>
    public IReadOnlyList<string>? Measures { get; init; }

    /// <summary>Code of an outcome: its measures and those of the outcomes below it; instead of `measures`.</summary>
    public string? Outcome { get; init; }

    /// <summary>Which totals rows and columns have; without it, none.</summary>
    public PivotTotals? Totals { get; init; }

    /// <summary>Which totals the rows have, where not those of `totals`.</summary>
    public PivotTotals? RowTotals { get; init; }

    /// <summary>Which totals the columns have, where not those of `totals`.</summary>
    public PivotTotals? ColumnTotals { get; init; }

    /// <summary>What was known at this moment, to the millisecond; without it, what is known now. What there was to say about areas and measures themselves is as it is now.</summary>
    public DateTimeOffset? AsAt { get; init; }

    /// <summary>The areas named in either way; null where none is.</summary>
    internal IReadOnlyList<string>? NamedAreas => Area is { } area ? [area] : Areas;

    /// <summary>The measures named in any way.</summary>
    internal MeasureChoice NamedMeasures => new(Measures, Outcome, AsAt);

    /// <summary>What stands where.</summary>
    internal PivotLayout Layout => new(
        new PivotAxis(Rows, RowTotals ?? Totals ?? PivotTotals.None),
        new PivotAxis(Columns ?? [], ColumnTotals ?? Totals ?? PivotTotals.None),
        Values);
}
