using System.Data;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.GraphQL.Statements;

/// <summary>Where databases differ for the planner.</summary>
/// <param name="IsSqlite">Whether rows are read from SQLite.</param>
/// <param name="NullsFirst">Whether missing values come first in an ascending order.</param>
/// <param name="Snapshot">The isolation under which several statements see one state without holding up writers.</param>
internal sealed record Dialect(bool IsSqlite, bool NullsFirst, IsolationLevel Snapshot)
{
    // Microsoft.Data.Sqlite begins a deferred transaction, which in WAL mode is a snapshot, for this level only.
    public static Dialect Of(DbContext context) => context.Database.ProviderName!.EndsWith(".Sqlite", StringComparison.Ordinal)
        ? new Dialect(IsSqlite: true, NullsFirst: true, IsolationLevel.ReadUncommitted)
        : new Dialect(IsSqlite: false, NullsFirst: false, IsolationLevel.RepeatableRead);
}
