using ControlStrategy.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ControlStrategy.Data;

/// <summary>Adds the stored nouns to an application.</summary>
public static class StrategyDataRegistration
{
    /// <summary>
    /// Registers a pooled <see cref="IDbContextFactory{TContext}"/> of <see cref="StrategyContext"/>, and <see cref="StrategyDatabase"/>.
    /// Opens nothing: call <see cref="StrategyDatabase.MigrateAsync"/> at start.
    /// </summary>
    /// <param name="services">Where to register.</param>
    /// <param name="connectionString">
    /// The database, such as <c>Data Source=strategy.db</c>; a relative path starts at the current folder.
    /// </param>
    /// <exception cref="StrategyDatabaseException">The connection string cannot be read or names no file.</exception>
    public static IServiceCollection AddStrategyData(this IServiceCollection services, string connectionString)
    {
        var sqlite = SqliteDatabase.Parse(connectionString);
        services.AddSingleton(new StrategyDatabase(sqlite));
        return services.AddPooledDbContextFactory<StrategyContext>(options => sqlite.Configure(options));
    }
}
