namespace ControlStrategy.Reporting.Comparing;

/// <summary>What differs between two packs of one report and the same parameters.</summary>
public sealed class PackComparison
{
    private readonly Pack _before;
    private readonly Pack _after;
    private readonly bool _isSameMaking;

    /// <param name="before">The earlier pack.</param>
    /// <param name="after">The later pack.</param>
    /// <exception cref="PackException">They are of different reports, or were produced with other parameters.</exception>
    public PackComparison(Pack before, Pack after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        if (before.Report != after.Report)
            throw new PackException($"One pack is of the report '{before.Report}', the other of '{after.Report}'.");
        if (before.Parameters.Except(after.Parameters).Concat(after.Parameters.Except(before.Parameters)).Select(parameter => parameter.Key).FirstOrDefault() is { } other)
            throw new PackException($"The packs have different values of the parameter '{other}': '{before.Parameters.GetValueOrDefault(other)}' and '{after.Parameters.GetValueOrDefault(other)}'.");
        (_before, _after) = (before, after);
        Making = [.. before.Making.Except(after.Making).Concat(after.Making.Except(before.Making)).Select(item => item.Key).Distinct(StringComparer.Ordinal)];
        _isSameMaking = Making.Count == 0;
    }

    /// <summary>What of the report or the program differs, as the manifests call it; empty where nothing does.</summary>
    public IReadOnlyList<string> Making { get; }

    /// <summary>What differs, sheet by sheet in the order of the later pack, then what only the earlier has.</summary>
    public IEnumerable<PackChange> Changes() =>
    [
        .. _after.Tables.SelectMany(table => Between(_before.Tables.FirstOrDefault(earlier => earlier.Sheet == table.Sheet) ?? table with { Rows = [] }, table)),
        .. _before.Tables.Where(earlier => !_after.Tables.Any(table => table.Sheet == earlier.Sheet)).SelectMany(earlier => Between(earlier, earlier with { Rows = [] })),
    ];

    private IEnumerable<PackChange> Between(PackTable before, PackTable after)
    {
        var keys = KeyedRows.WidthOf(before, after);
        var (earlier, later) = (new KeyedRows(before, keys), new KeyedRows(after, keys));
        foreach (var (key, row) in later.All)
        {
            if (earlier.Find(key) is { } old)
            {
                foreach (var change in Cells(after, key, (before.Headers, old), row)) yield return change;
            }
            else
            {
                yield return new PackChange(after.Sheet, key.Name, null, null, Whole(row), Reason(PackChangeReason.NewRow));
            }
        }
        foreach (var (key, row) in earlier.All)
        {
            if (later.Find(key) is null) yield return new PackChange(before.Sheet, key.Name, null, Whole(row), null, Reason(PackChangeReason.RowGone));
        }
    }

    private IEnumerable<PackChange> Cells(PackTable after, RowKey key, (IReadOnlyList<string> Headers, IReadOnlyList<PackCell> Row) before, IReadOnlyList<PackCell> row)
    {
        foreach (var header in after.Headers.Union(before.Headers, StringComparer.Ordinal))
        {
            var (old, now) = (Cell(before.Headers, before.Row, header), Cell(after.Headers, row, header));
            if (old != now) yield return new PackChange(after.Sheet, key.Name, header, old?.Text, now?.Text, Reason(ReasonOf(old, now)));
        }
    }

    private PackChangeReason Reason(PackChangeReason found) => _isSameMaking ? found : PackChangeReason.Definition;

    private static PackChangeReason ReasonOf(PackCell? before, PackCell? after) => (before?.IsNumber ?? false, after?.IsNumber ?? false) switch
    {
        (true, true) => PackChangeReason.Revised,
        (false, true) => PackChangeReason.LateData,
        (true, false) => PackChangeReason.Withdrawn,
        _ => PackChangeReason.Reworded,
    };

    private static PackCell? Cell(IReadOnlyList<string> headers, IReadOnlyList<PackCell> row, string header)
    {
        for (var column = 0; column < headers.Count; column++)
        {
            if (headers[column] == header) return row[column];
        }
        return null;
    }

    private static string Whole(IReadOnlyList<PackCell> row) => string.Join("; ", row.Select(cell => cell.Text));
}
