using System.Data.Common;
using System.Globalization;
using ControlStrategy.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ControlStrategy.Data.Figures;

/// <summary>Which observations a figure is computed from, whatever their period.</summary>
/// <param name="MeasureIds">Keys of the measures.</param>
/// <param name="AreaIds">Keys of the areas.</param>
/// <param name="AsAt">The moment whose knowledge counts; null for now.</param>
public sealed record FigureScope(IReadOnlyCollection<int> MeasureIds, IReadOnlyCollection<int> AreaIds, DateTimeOffset? AsAt = null)
{
    /// <summary>Whether it holds nothing.</summary>
    internal bool IsEmpty => MeasureIds.Count == 0 || AreaIds.Count == 0;

    /// <summary>The condition for a statement's text.</summary>
    internal string Condition => $"{Figures.AsAt.Condition(AsAt)} AND \"MeasureId\" IN ({Keys(MeasureIds)}) AND \"AreaId\" IN ({Keys(AreaIds)})";

    /// <summary>Reads the rows of a statement over observations, in the context's transaction where it has one.</summary>
    /// <param name="context">The database.</param>
    /// <param name="statement">The statement, with this scope's condition in its text.</param>
    /// <param name="read">Takes one row.</param>
    /// <param name="cancellation">Stops the statement.</param>
    internal async Task ReadAsync(DbContext context, FigureStatement statement, Action<DbDataReader> read, CancellationToken cancellation)
    {
        await context.Database.OpenConnectionAsync(cancellation);
        try
        {
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
#pragma warning disable CA2100 // The text holds keys and positions only; days and moments are parameters.
            command.CommandText = statement.Text;
#pragma warning restore CA2100
            Figures.AsAt.AddTo(command, AsAt);
            statement.AddParameters(command);
            using var watch = SqliteCancellation.Watching(command.Connection, cancellation);
            await using var rows = await command.ExecuteReaderAsync(cancellation);
            // The database lies in this process: waiting for each row would only cost.
            while (rows.Read())
                read(rows);
        }
        catch (DbException) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellation);
        }
        finally
        {
            await context.Database.CloseConnectionAsync();
        }
    }

    private static string Keys(IEnumerable<int> ids) => string.Join(", ", ids.Select(id => id.ToString(CultureInfo.InvariantCulture)));
}

/// <summary>A statement over observations.</summary>
/// <param name="Text">Its text; values are parameters.</param>
/// <param name="AddParameters">Adds them.</param>
internal sealed record FigureStatement(string Text, Action<DbCommand> AddParameters);
