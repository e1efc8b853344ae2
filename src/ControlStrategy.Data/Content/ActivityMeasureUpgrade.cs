using ControlStrategy.Data.Content.Demonstration;
using ControlStrategy.Data.Delivery;
using ControlStrategy.Data.Importing.Writing;
using ControlStrategy.Domain.Measures;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Data.Content;

/// <summary>
/// Gives a database that an earlier version filled the measures of activities, and computes their figures. Made-up figures that
/// had nothing to do with the activities beside them are corrected; they stay as history.
/// </summary>
internal sealed class ActivityMeasureUpgrade(StrategyContext context, DateTimeOffset now)
{
    /// <summary>Does what is still to be done, in one transaction; returns whether that was anything.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        if ((await MissingAsync(cancellation)).Count == 0)
            return false;
        // As when a database is filled: a second process waits here, and then finds that nothing is missing.
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var missing = await MissingAsync(cancellation);
        if (missing.Count == 0)
            return false;
        var codes = missing.Select(measure => measure.Code).ToList();
        var held = await context.Measures.Where(measure => codes.Contains(measure.Code)).Select(measure => measure.Code).ToListAsync(cancellation);
        foreach (var measure in missing.Where(measure => held.Contains(measure.Code)))
            await RestateAsync(measure, cancellation);
        context.AddRange(missing.Where(measure => !held.Contains(measure.Code)));
        await context.SaveChangesAsync(cancellation);
        await ActivityFigures.KeepAsync(await DestinationAsync(cancellation), cancellation);
        await transaction.CommitAsync(cancellation);
        context.ChangeTracker.Clear();
        return true;
    }

    // All of a sort where any of that sort is missing; made-up ones only where there are made-up measures.
    private async Task<List<Measure>> MissingAsync(CancellationToken cancellation)
    {
        var codes = ActivityMeasures.All.Select(measure => measure.Code).ToList();
        var held = await context.Measures.AsNoTracking().Where(measure => measure.Demonstration || codes.Contains(measure.Code))
            .Select(measure => new { measure.Code, measure.Demonstration }).ToListAsync(cancellation);
        bool Lacks(bool demonstration) => ActivityMeasures.All
            .Any(measure => measure.Demonstration == demonstration && !held.Exists(one => one.Code == measure.Code));
        var (real, madeUp) = (Lacks(demonstration: false), held.Exists(measure => measure.Demonstration) && Lacks(demonstration: true));
        if (!real && !madeUp)
            return [];
        var code = ActivityMeasureContent.Outcome;
        var outcome = await context.Outcomes.FirstOrDefaultAsync(outcome => outcome.Code == code && outcome.Strategy.IsCurrent, cancellation);
        // A strategy without that outcome has no place for them.
        return outcome is null ? [] :
        [
            .. real ? ActivityMeasureContent.Real(_ => outcome) : [],
            .. madeUp ? ActivityMeasureContent.Demonstration(_ => outcome, DemonstrationFile.Read().Source) : [],
        ];
    }

    private Task RestateAsync(Measure measure, CancellationToken cancellation) => context.Measures
        .Where(held => held.Code == measure.Code)
        .ExecuteUpdateAsync(
            set => set
                .SetProperty(held => held.Name, measure.Name)
                .SetProperty(held => held.Definition, measure.Definition)
                .SetProperty(held => held.DisclosureThreshold, measure.DisclosureThreshold),
            cancellation);

    // Just after whatever was recorded last, even if the clock is behind: history never runs backwards.
    private async Task<Destination> DestinationAsync(CancellationToken cancellation)
    {
        var codes = ActivityMeasures.All.Select(measure => measure.Code).ToList();
        var next = await new ImportLedger(context).NextTimeAsync(now, cancellation);
        var last = await context.Observations.Where(figure => codes.Contains(figure.Measure.Code)).MaxAsync(figure => (DateTimeOffset?)figure.RecordedAt, cancellation);
        var recordedAt = last is { } latest && latest >= next ? latest.AddMilliseconds(1) : next;
        return await Destination.WithoutImportAsync(context, recordedAt, cancellation);
    }
}
