using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Pivots;

/// <summary>Figures of measures in areas and periods as a rectangle.</summary>
/// <param name="Rows">What the rows stand for.</param>
/// <param name="Columns">What the columns stand for.</param>
/// <param name="Cells">For each row its cells: all values of the first column, of the second, and so on.</param>
public sealed record PivotGrid(IReadOnlyList<PivotPlace> Rows, IReadOnlyList<PivotPlace> Columns, IReadOnlyList<IReadOnlyList<PivotCell>> Cells)
{
    /// <summary>
    /// Computes a pivot. A cell of one measure, area and period is what the scorecard of that period says. A total over areas is the
    /// scorecard's figure of the areas as one, made only if none is part of another; a total over periods the sum of the same parts, made
    /// only if they are of one length and do not overlap; over measures, and within a state, only their number.
    /// </summary>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellation">Stops computing.</param>
    /// <exception cref="ArgumentException">Two sums, two populations or two aims are given for the same place.</exception>
    public static PivotGrid Compute(PivotRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (rows, columns) = (request.Layout.Rows.Places(request.Members), request.Layout.Columns.Places(request.Members));
        var index = new PivotIndex(request, cancellation);
        PivotPlace[][] places = [.. rows.Select(row => columns.Select(column => PivotPlace.Cell(row, column)).ToArray())];
        PivotFact?[][] facts = [.. places.Select(row => row.Select(index.Fact).ToArray())];
        Adjust(request.Layout.Values, facts);
        return new PivotGrid(rows, columns, [.. places.Select((row, at) => Row(request.Layout.Values, index, row, facts[at]))]);
    }

    private static PivotCell[] Row(IReadOnlyList<PivotValue> values, PivotIndex index, PivotPlace[] places, PivotFact?[] facts)
    {
        var cells = new PivotCell[places.Length * values.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            var (column, value) = Math.DivRem(i, values.Count);
            cells[i] = values[value] is PivotValue.MeasureCount
                ? new PivotCell { Value = index.Count(places[column]) }
                : facts[column]?.Cells[value] ?? PivotCell.NotApplicable;
        }
        return cells;
    }

    private static void Adjust(IReadOnlyList<PivotValue> values, PivotFact?[][] facts)
    {
        var value = values.TakeWhile(asked => asked is not PivotValue.AdjustedPValue).Count();
        if (value == values.Count) return;
        PivotFact[] shown = [.. facts.SelectMany(row => row).OfType<PivotFact>().Distinct()];
        var adjusted = BenjaminiHochberg.Adjust([.. shown.Select(fact => fact.Cells[value].Value)]);
        for (var i = 0; i < shown.Length; i++)
            shown[i].Cells[value] = shown[i].Cells[value] with { Value = adjusted[i] };
    }
}
