using ControlStrategy.Domain.Periods;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Data.Figures;

/// <summary>Where observations come from.</summary>
public static class FigureSources
{
    /// <summary>Reads in one statement from where the observations of a period, and of the same months of earlier years, come.</summary>
    /// <param name="context">The database.</param>
    /// <param name="scope">Whose observations.</param>
    /// <param name="period">The period.</param>
    /// <param name="yearsBack">How many years before it, 0 or more.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <returns>Each source once, in ordinal order.</returns>
    public static Task<IReadOnlyList<string>> ReadAsync(
        DbContext context, FigureScope scope, ReportingPeriod period, int yearsBack, CancellationToken cancellation) =>
        ReadAsync(context, scope, PeriodSums.YearsOf(period, yearsBack), cancellation);

    /// <summary>Reads in one statement from where the observations of any stretches of time come.</summary>
    /// <param name="context">The database.</param>
    /// <param name="scope">Whose observations.</param>
    /// <param name="stretches">The stretches.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <returns>Each source once, in ordinal order.</returns>
    public static async Task<IReadOnlyList<string>> ReadAsync(DbContext context, FigureScope scope, IReadOnlyList<MonthSpan> stretches, CancellationToken cancellation)
    {
        if (scope.IsEmpty || stretches.Count == 0) return [];
        var segments = new TimeSegments(stretches);
        var sources = new SortedSet<string>(StringComparer.Ordinal);
        var text = $"SELECT DISTINCT \"Source\" FROM \"Observations\" WHERE {scope.Condition} AND {segments.Condition}";
        await scope.ReadAsync(context, new FigureStatement(text, segments.AddTo), row => sources.Add(row.GetString(0)), cancellation);
        return [.. sources];
    }
}
