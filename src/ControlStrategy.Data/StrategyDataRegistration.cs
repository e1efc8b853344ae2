using ControlStrategy.Data.Importing;
using ControlStrategy.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ControlStrategy.Data;

/// <summary>Adds the stored nouns to an application.</summary>
public static class StrategyDataRegistration
{
    /// <summary>
    /// Registers a pooled <see cref="IDbContextFactory{TContext}"/> of <see cref="StrategyContext"/> whose contexts only read,
    /// <see cref="WritingContexts"/>, the <see cref="Importer"/>, which needs a <see cref="TimeProvider"/>, and <see cref="StrategyDatabase"/>.
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
        services.AddSingleton(provider => new WritingContexts(Writing(sqlite, provider)));
        services.AddSingleton(provider => new Importer(provider.GetRequiredService<WritingContexts>(), provider.GetRequiredService<TimeProvider>()));
        return services.AddPooledDbContextFactory<StrategyContext>(options => sqlite.ConfigureReading(options));
    }

    // The application's services are those the reading factory gets: both then share one model, and log alike.
    private static DbContextOptions<StrategyContext> Writing(SqliteDatabase sqlite, IServiceProvider services)
    {
        var options = new DbContextOptionsBuilder<StrategyContext>();
        options.UseApplicationServiceProvider(services);
        sqlite.ConfigureWriting(options);
        return options.Options;
    }
}
