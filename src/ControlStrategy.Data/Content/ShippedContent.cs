using ControlStrategy.Data.Content.Demonstration;
using ControlStrategy.Data.Delivery;
using ControlStrategy.Data.Importing.Writing;
using ControlStrategy.Data.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Data.Content;

/// <summary>What a new database holds before anything is imported: the strategy, areas, measures, the national survey series, and,
/// where wanted, demonstration data.</summary>
public static class ShippedContent
{
    /// <summary>
    /// When every shipped row counts as recorded: 1 November 2026, 00:00 UTC, the date of this version of the content. It is fixed, so
    /// that two installations show the same figures for the same "as at".
    /// </summary>
    public static readonly DateTimeOffset RecordedAt = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// Fills an empty database in one transaction; leaves one that holds a strategy as it is. Of several processes that start at once
    /// one fills it.
    /// </summary>
    /// <param name="context">An open database with all migrations applied, and a context that tracks nothing.</param>
    /// <param name="withDemonstration">Whether demonstration data, which is no statistics, comes with it.</param>
    /// <param name="cancellationToken">Stops the filling; nothing is kept then.</param>
    /// <returns>Whether the database was filled by this call.</returns>
    public static async Task<bool> ShipAsync(StrategyContext context, bool withDemonstration, CancellationToken cancellationToken = default)
    {
        if (await context.Strategies.AnyAsync(cancellationToken))
            return false;
        // SQLite begins by taking the right to write: a second process waits here, and then finds the strategy.
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (await context.Strategies.AnyAsync(cancellationToken))
            return false;
        await FillAsync(context, withDemonstration, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        // What was added is stored: the caller gets its context back as it was.
        context.ChangeTracker.Clear();
        return true;
    }

    /// <summary>Gives a database that an earlier version filled what came to the product since; leaves one that has it as it is.</summary>
    /// <param name="context">As for filling.</param>
    /// <param name="now">The time; what is computed anew counts as recorded then.</param>
    /// <param name="cancellationToken">Stops; nothing is kept then.</param>
    /// <returns>Whether anything had to be done.</returns>
    /// <exception cref="StrategyDatabaseException">There is something to do, and the database is read-only, locked, full or damaged.</exception>
    public static async Task<bool> UpgradeAsync(StrategyContext context, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        try
        {
            return await new ActivityMeasureUpgrade(context, now).RunAsync(cancellationToken);
        }
        catch (SqliteException cause)
        {
            throw SqliteFaults.Explain(context.Database.GetDbConnection().DataSource, cause);
        }
        catch (DbUpdateException update) when (update.InnerException is SqliteException cause)
        {
            throw SqliteFaults.Explain(context.Database.GetDbConnection().DataSource, cause);
        }
    }

    private static async Task FillAsync(StrategyContext context, bool withDemonstration, CancellationToken cancellationToken)
    {
        var nouns = ShippedNouns.Read(withDemonstration);
        var demonstration = withDemonstration ? DemonstrationData.For(nouns) : null;
        nouns.AddTo(context);
        demonstration?.AddTo(context);
        await context.SaveChangesAsync(cancellationToken);
        if (demonstration is not null)
        {
            await demonstration.StoreRestAsync(context, cancellationToken);
            await ActivityFigures.KeepAsync(await Destination.WithoutImportAsync(context, RecordedAt, cancellationToken), cancellationToken);
        }
    }
}
