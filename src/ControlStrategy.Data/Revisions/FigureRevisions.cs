using System.Data.Common;
using ControlStrategy.Domain.Revisions;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Data.Revisions;

/// <summary>Finds the figures of which something else is known at a later moment.</summary>
/// <param name="context">The database, in one snapshot.</param>
/// <param name="scope">Which figures, and the moments.</param>
public sealed class FigureRevisions(StrategyContext context, RevisionScope scope)
{
    /// <summary>Counts them by kind, in one statement.</summary>
    /// <param name="cancellation">Stops counting.</param>
    public async Task<IReadOnlyList<ChangeCount>> CountAsync(CancellationToken cancellation)
    {
        (FigureKind Figure, RevisionText Text)[] tables = [.. scope.Tables.Select(table => (table.Figure, new RevisionText(table, scope)))];
        if (tables.Length == 0) return [];
        var changes = tables.Select(table => $"SELECT {(int)table.Figure} AS \"Figure\", {table.Text.Kind} AS \"Kind\" {table.Text.Rows}");
        var text = $"""
            WITH {string.Join(", ", tables.Select(table => table.Text.Earlier))}
            SELECT "Figure", "Kind", COUNT(*) AS "Count" FROM ({string.Join(" UNION ALL ", changes)}) GROUP BY "Figure", "Kind" ORDER BY "Figure", "Kind"
            """;
        return await context.Database.SqlQueryRaw<ChangeCount>(text, Parameters()).ToListAsync(cancellation);
    }

    /// <summary>Reads the first of them in their order, in one statement for each kind of figure until there are enough.</summary>
    /// <param name="rows">How many at most.</param>
    /// <param name="after">The place they follow; null for the beginning.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<IReadOnlyList<FigureRevision>> ReadAsync(int rows, RevisionPlace? after, CancellationToken cancellation)
    {
        var found = new List<FigureRevision>();
        foreach (var table in scope.Tables.Where(table => after is null || table.Figure >= after.Figure))
        {
            if (found.Count >= rows) break;
            var text = new RevisionText(table, scope);
            var isWithin = after?.Figure == table.Figure;
            var statement = $"""
                WITH {text.Earlier} SELECT {text.Columns} {text.Rows} {(isWithin ? $"AND {text.IsFurther}" : "")}
                ORDER BY {text.Order} LIMIT @rows
                """;
            var changes = await context.Database
                .SqlQueryRaw<RevisionRow>(statement, [.. Parameters(), Parameter("@rows", rows - found.Count), .. isWithin ? Place(after!) : []])
                .ToListAsync(cancellation);
            found.AddRange(changes.Select(row => FigureRevision.Of(table.Figure, row)));
        }
        return found;
    }

    private object[] Parameters() =>
    [
        Parameter("@asAt", scope.AsAt.ToUnixTimeMilliseconds()),
        Parameter("@until", scope.Until?.ToUnixTimeMilliseconds() ?? long.MaxValue),
        .. scope.From is { } from ? [Parameter("@from", from)] : Array.Empty<object>(),
        .. scope.To is { } to ? [Parameter("@to", to)] : Array.Empty<object>(),
    ];

    private object[] Place(RevisionPlace after) =>
    [
        Parameter("@subject", after.Subject), Parameter("@area", after.AreaId), Parameter("@first", after.PeriodStart), Parameter("@last", after.PeriodEnd), Parameter("@wave", after.WaveId),
    ];

    private DbParameter Parameter(string name, object value)
    {
        using var command = context.Database.GetDbConnection().CreateCommand();
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        return parameter;
    }
}
