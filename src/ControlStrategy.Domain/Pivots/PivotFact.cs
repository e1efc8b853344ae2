using ControlStrategy.Domain.ControlCharts;
using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Pivots;

/// <summary>One measure in one area, or all of them together, in one period, or all of them together.</summary>
internal sealed class PivotFact
{
    private PivotFact(PivotCell[] cells, Rag status, VariationGroup variation)
    {
        Cells = cells;
        Status = status;
        Variation = variation;
    }

    /// <summary>Its values, in the order of the layout.</summary>
    public PivotCell[] Cells { get; }

    public Rag Status { get; }

    public VariationGroup Variation { get; }

    public static PivotFact Of(IReadOnlyList<PivotValue> values, PivotCells cells, Rag status, Variation? variation) =>
        new([.. values.Select(value => value is PivotValue.MeasureCount ? PivotCell.NotApplicable : cells.Of(value))], status, GroupOf(variation));

    /// <summary>Whether it is of the states a place is of.</summary>
    public bool IsOf(PivotPlace place) => (place.Status ?? Status) == Status && (place.Variation ?? Variation) == Variation;

    private static VariationGroup GroupOf(Variation? variation) => variation switch
    {
        null => VariationGroup.NoChart,
        ControlCharts.Variation.CommonCause => VariationGroup.CommonCause,
        ControlCharts.Variation.ImprovingHigh or ControlCharts.Variation.ImprovingLow => VariationGroup.Improving,
        ControlCharts.Variation.ConcerningHigh or ControlCharts.Variation.ConcerningLow => VariationGroup.Concerning,
        _ => VariationGroup.NeutralChange,
    };
}
