using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.GraphQL.Statements;

/// <summary>Where databases differ for the planner.</summary>
/// <param name="IsSqlite">Whether rows are read from SQLite.</param>
/// <param name="NullsFirst">Whether missing values come first in an ascending order.</param>
/// <param name="BeginSnapshot">Begins a transaction whose statements see one state without holding up writers.</param>
internal sealed record Dialect(bool IsSqlite, bool NullsFirst, string BeginSnapshot)
{
    public static Dialect Of(DbContext context) => context.Database.ProviderName!.EndsWith(".Sqlite", StringComparison.Ordinal)
        ? new Dialect(IsSqlite: true, NullsFirst: true, "BEGIN")
        : new Dialect(IsSqlite: false, NullsFirst: false, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
}
