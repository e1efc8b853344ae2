using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ControlStrategy.Data.Sqlite;

/// <summary>
/// The context SQLite's migrations belong to. Migrations are found by context type, so each provider has its own.
/// </summary>
internal sealed class SqliteMigrationContext(DbContextOptions<StrategyContext> options) : StrategyContext(options);

/// <summary>Lets <c>dotnet ef migrations add</c> make the context without the application.</summary>
internal sealed class SqliteMigrationContextFactory : IDesignTimeDbContextFactory<SqliteMigrationContext>
{
    public SqliteMigrationContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<StrategyContext>().UseSqlite("Data Source=design-time.db").Options);
}
