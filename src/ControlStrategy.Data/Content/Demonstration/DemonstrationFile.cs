using ControlStrategy.Domain.Measures;

namespace ControlStrategy.Data.Content.Demonstration;

/// <summary>The shape of <c>demonstration-measures.json</c>.</summary>
internal sealed record DemonstrationFile
{
    /// <summary>What every demonstration observation gives as its source.</summary>
    public required string Source { get; init; }

    public required DateOnly FirstMonth { get; init; }

    public required DateOnly LastMonth { get; init; }

    /// <summary>How many of the last months are provisional.</summary>
    public required int ProvisionalMonths { get; init; }

    /// <summary>Size of each council area, by code.</summary>
    public required Dictionary<string, int> ThousandsOfPeople { get; init; }

    public required DemonstrationMeasureItem[] Measures { get; init; }

    /// <summary>Last day that anything was observed or done on.</summary>
    public DateOnly LastDay => LastMonth.AddMonths(1).AddDays(-1);

    public int MonthCount => ((LastMonth.Year - FirstMonth.Year) * 12) + LastMonth.Month - FirstMonth.Month + 1;

    public static DemonstrationFile Read() => ContentFile.Read<DemonstrationFile>("demonstration-measures.json");
}

internal sealed record DemonstrationMeasureItem(string Code, string Name, string Definition)
{
    public required string Outcome { get; init; }

    public required MeasureGroup Group { get; init; }

    public required MeasureKind Kind { get; init; }

    public required Polarity Polarity { get; init; }

    public required string Unit { get; init; }

    public required int Decimals { get; init; }

    public string? NumeratorLabel { get; init; }

    public string? DenominatorLabel { get; init; }

    /// <summary>Mean count in the first month for 10,000 people; of a percentage, its denominator.</summary>
    public required double PerTenThousand { get; init; }

    /// <summary>Change of the mean in a year, as a share of the first month's; it is linear.</summary>
    public required double YearlyTrend { get; init; }

    /// <summary>Factor for each month of the calendar year.</summary>
    public required double[] Seasons { get; init; }

    public LevelShift? Shift { get; init; }

    /// <summary>Of a percentage, the mean numerator as a share of the denominator in the first month.</summary>
    public double Share { get; init; }

    /// <summary>Change of that share in a year.</summary>
    public double YearlyShareTrend { get; init; }

    /// <summary>A year's target as a factor of the year before; none where no target is set.</summary>
    public decimal? TargetFactor { get; init; }
}

/// <summary>A lasting change of the mean.</summary>
internal sealed record LevelShift(DateOnly From, double Factor);
