using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Scorecards;
using ControlStrategy.Domain.Series;
using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Pivots;

/// <summary>What a pivot is asked for, with everything needed to answer it.</summary>
public sealed record PivotRequest
{
    /// <summary>What stands where.</summary>
    public required PivotLayout Layout { get; init; }

    /// <summary>The members of its dimensions.</summary>
    public required PivotMembers Members { get; init; }

    /// <summary>The measures, those of the members.</summary>
    public required IReadOnlyList<ScorecardMeasure> Measures { get; init; }

    /// <summary>The asked areas and all areas below them; the key 0 is none of an area.</summary>
    public required AreaTree Areas { get; init; }

    /// <summary>The periods, as many as the members say.</summary>
    public required IReadOnlyList<ReportingPeriod> Periods { get; init; }

    /// <summary>Sums of observations for the asked areas and those below, at most one for each measure, area, grain and stretch of time.</summary>
    public IEnumerable<PeriodSum> Sums { get; init; } = [];

    /// <summary>The stretches of time the sums are of, made of the periods and the layout's needs.</summary>
    public required PivotWindows Windows { get; init; }

    /// <summary>Populations of the same areas, of the last period's mid-year and of any years before it.</summary>
    public IEnumerable<PopulationCount> Populations { get; init; } = [];

    /// <summary>What the measures should come to, at most one for each measure, area and financial year.</summary>
    public IEnumerable<YearAim> Aims { get; init; } = [];

    /// <summary>Months and quarters of the same areas in the 36 months to the end of each period, for control charts.</summary>
    public IEnumerable<SeriesRow> ChartRows { get; init; } = [];
}

/// <summary>What a measure should come to in an area in a financial year.</summary>
/// <param name="Year">The financial year.</param>
/// <param name="Aim">What was aimed at.</param>
public readonly record struct YearAim(FinancialYear Year, Aim Aim);
