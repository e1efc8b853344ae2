using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace ControlStrategy.Data.Tests.Sqlite;

/// <summary>A folder of its own for a test in which a database may be made, or something else put in its place.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public string FullPath { get; } = Directory.CreateTempSubdirectory("strategy-").FullName;

    public string FilePath => Path.Combine(FullPath, "strategy.db");

    public StrategyDatabase Database() => Services($"Data Source={FilePath}").GetRequiredService<StrategyDatabase>();

    public static ServiceProvider Services(string connectionString) =>
        new ServiceCollection().AddStrategyData(connectionString).BuildServiceProvider();

    public SqliteConnection Connection(string options = "") => new($"Data Source={FilePath};Pooling=False;{options}");

    public async Task<object?> ExecuteAsync(string sql)
    {
        await using var connection = Connection();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(FullPath, recursive: true);
    }
}
