using ControlStrategy.Domain.Measures;

namespace ControlStrategy.Domain.Statistics;

/// <summary>What looking for a total in an area and below it brought.</summary>
/// <param name="Total">The total; null where parts of it are missing.</param>
/// <param name="MissingAreas">How many areas lack it: an area without anything below it counts once.</param>
/// <param name="IsPartlyThere">Whether at least one area below has it.</param>
internal readonly record struct Search(Total? Total, int MissingAreas, bool IsPartlyThere)
{
    public static Search NothingThere { get; } = new(null, 1, false);

    public static Search Found(Total total) => new(total, 0, true);

    /// <summary>The sum of an area's parts, made only if every part is there.</summary>
    /// <param name="parts">For each part what was found in the places of a series.</param>
    /// <param name="place">The place to sum.</param>
    public static Search Sum(Search[][] parts, int place)
    {
        Total? sum = null;
        var missing = 0;
        var isPartlyThere = false;
        foreach (var part in parts)
        {
            var found = part[place];
            missing += found.MissingAreas;
            isPartlyThere |= found.IsPartlyThere;
            if (found.Total is { } total)
                sum = sum is { } before ? before + total : total with { IsSingleRow = false };
        }

        if (!isPartlyThere)
            return NothingThere;
        return new Search(missing == 0 ? sum : null, missing, true);
    }

    /// <summary>The sum of successive periods of one length, made only if every one is there.</summary>
    public static Search OverTime(IReadOnlyList<Search> periods, MeasureKind kind) => periods.All(period => period.Total is not null)
        ? Found(Statistics.Total.OverTime([.. periods.Select(period => period.Total!.Value)], kind))
        : new Search(null, periods.Max(period => period.MissingAreas), periods.Any(period => period.IsPartlyThere && period.Total is null));

    public Figure ToFigure(MeasureKind kind) =>
        Total?.ToFigure(kind) ?? Figure.Missing(Reason.NotAvailable, IsPartlyThere ? MissingAreas : null);
}
