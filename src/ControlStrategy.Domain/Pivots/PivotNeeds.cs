using ControlStrategy.Domain.Scorecards;

namespace ControlStrategy.Domain.Pivots;

/// <summary>What must be known for a pivot's values and dimensions.</summary>
public sealed class PivotNeeds
{
    private readonly IReadOnlyList<PivotValue> _values;

    internal PivotNeeds(IReadOnlyList<PivotValue> values, IReadOnlyList<PivotDimension> dimensions)
    {
        _values = values;
        Values = values.Any(value => value is not PivotValue.MeasureCount);
        var states = dimensions.Contains(PivotDimension.Status);
        Charts = dimensions.Contains(PivotDimension.Variation) || Has(PivotValue.Variation, PivotValue.Assurance);
        Aims = states || Has(PivotValue.Target, PivotValue.Rag, PivotValue.Assurance);
        Rolling12 = states || RollingChange || Has(PivotValue.Rolling12, PivotValue.Rag);
        Tests = Has(PivotValue.PValue, PivotValue.AdjustedPValue, PivotValue.Significance);
        Populations = Tests || Has(PivotValue.Rate);
    }

    /// <summary>Whether any value is more than a number of measures.</summary>
    public bool Values { get; }

    /// <summary>Whether any observation must be known.</summary>
    public bool Figures => Values || Charts || Aims;

    /// <summary>Whether changes are tested.</summary>
    public bool Tests { get; }

    /// <summary>Whether populations must be known.</summary>
    public bool Populations { get; }

    /// <summary>Whether targets must be known.</summary>
    public bool Aims { get; }

    /// <summary>Whether months and quarters must be known one by one, for control charts.</summary>
    public bool Charts { get; }

    /// <summary>How many years before each period are needed.</summary>
    internal int YearsBack
    {
        get
        {
            if (Tests) return ScorecardRequest.HistoryYears;
            if (Has(PivotValue.FiveYearMean, PivotValue.FiveYearChange, PivotValue.FiveYearChangePercent)) return Scorecard.MeanYears;
            return Has(PivotValue.Previous, PivotValue.Change, PivotValue.ChangePercent) ? 1 : 0;
        }
    }

    /// <summary>Whether the 12 months to the end of each period are needed.</summary>
    internal bool Rolling12 { get; }

    /// <summary>Whether the 12 months before them are needed too.</summary>
    internal bool RollingChange => Has(PivotValue.Rolling12Change, PivotValue.Rolling12ChangePercent);

    private bool Has(params ReadOnlySpan<PivotValue> wanted)
    {
        foreach (var value in wanted)
        {
            if (_values.Contains(value)) return true;
        }
        return false;
    }
}
