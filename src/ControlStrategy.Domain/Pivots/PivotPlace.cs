using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Pivots;

/// <summary>What a row or a column stands for: one member of each of its axis' first dimensions, all members of the others.</summary>
public readonly record struct PivotPlace
{
    /// <summary>How many of the axis' dimensions it has a member of.</summary>
    public int Depth { get; private init; }

    /// <summary>Key of the outcome; null for all.</summary>
    public int? OutcomeId { get; private init; }

    /// <summary>Key of the measure; null for all.</summary>
    public int? MeasureId { get; private init; }

    /// <summary>Key of the area; null for all.</summary>
    public int? AreaId { get; private init; }

    /// <summary>The period's place among those asked for, from 0; null for all.</summary>
    public int? Period { get; private init; }

    /// <summary>The state against the target; null for any.</summary>
    public Rag? Status { get; private init; }

    /// <summary>The state of the control chart; null for any.</summary>
    public VariationGroup? Variation { get; private init; }

    /// <summary>Whether it holds figures in some states only.</summary>
    internal bool IsOfState => Status is not null || Variation is not null;

    /// <summary>The place within this one of a member of one more dimension.</summary>
    internal PivotPlace Within(PivotDimension dimension, int key)
    {
        var place = this with { Depth = Depth + 1 };
        return dimension switch
        {
            PivotDimension.Outcome => place with { OutcomeId = key },
            PivotDimension.Measure => place with { MeasureId = key },
            PivotDimension.Area => place with { AreaId = key },
            PivotDimension.Period => place with { Period = key },
            PivotDimension.Status => place with { Status = (Rag)key },
            _ => place with { Variation = (VariationGroup)key },
        };
    }

    /// <summary>What the cell of a row and a column stands for.</summary>
    internal static PivotPlace Cell(PivotPlace row, PivotPlace column) => new()
    {
        OutcomeId = row.OutcomeId ?? column.OutcomeId,
        MeasureId = row.MeasureId ?? column.MeasureId,
        AreaId = row.AreaId ?? column.AreaId,
        Period = row.Period ?? column.Period,
        Status = row.Status ?? column.Status,
        Variation = row.Variation ?? column.Variation,
    };
}
