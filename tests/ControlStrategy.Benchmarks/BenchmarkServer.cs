using ControlStrategy.Benchmarks.Model;
using ControlStrategy.GraphQL;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ControlStrategy.Benchmarks;

/// <summary>The engine over the benchmark database, with every limit it has by default: the whole path of a request can be measured.</summary>
internal static class BenchmarkServer
{
    /// <summary>Makes the server.</summary>
    /// <param name="database">The database's file.</param>
    /// <param name="address">Where to listen.</param>
    public static WebApplication Create(string database, string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(address);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var connection = new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadOnly };
        builder.Services.AddPooledDbContextFactory<BenchmarkContext>(options => options.UseSqlite(connection.ConnectionString));
        builder.Services.AddGraphQLEngine<BenchmarkContext>((_, options) => options
            .Paged<Measure>(measure => measure.Observations)
            .Paged<SurveyWave>(wave => wave.Results)
            .CursorKey = () => new byte[32]);
        var app = builder.Build();
        app.MapGraphQLEngine("/graphql");
        return app;
    }
}
