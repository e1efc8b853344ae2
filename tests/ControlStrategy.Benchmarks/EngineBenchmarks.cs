using System.Text.Json;
using BenchmarkDotNet.Attributes;
using ControlStrategy.GraphQL;
using ControlStrategy.GraphQL.Execution;
using GraphQL.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace ControlStrategy.Benchmarks;

/// <summary>A thousand observations with their measure and area: through the engine in this process, and by hand.</summary>
[MemoryDiagnoser]
public class EngineBenchmarks : IDisposable
{
    internal const string DatabaseVariable = "BENCHMARK_DATABASE";
    private const string Document = "{ observations(first: 1000) { nodes { id periodStart value status measure { code } area { code name } } } }";
    private const string Sql = """
        SELECT o.Id, o.PeriodStart, o.Value, o.Status, m.Code, a.Code, a.Name
        FROM Observations o CROSS JOIN Measures m ON m.Id = o.MeasureId CROSS JOIN Areas a ON a.Id = o.AreaId ORDER BY o.Id LIMIT 1000
        """;

    private readonly MemoryStream _answer = new();
    private WebApplication _app = null!;
    private GraphQLEngine _engine = null!;
    private SqliteConnection _connection = null!;
    private SqliteCommand _command = null!;

    /// <summary>Opens the database for both, and makes the document known.</summary>
    [GlobalSetup]
    public async Task OpenAsync()
    {
        var database = Environment.GetEnvironmentVariable(DatabaseVariable)!;
        _app = BenchmarkServer.Create(database, "http://127.0.0.1:0");
        _engine = _app.Services.GetRequiredService<GraphQLEngine>();
        _connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly");
        await _connection.OpenAsync();
        _command = _connection.CreateCommand();
        _command.CommandText = Sql;
        using var first = await _engine.QueryAsync(Document, null, new Dictionary<string, object?>(), _app.Services, CancellationToken.None);
    }

    /// <summary>Closes it.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        _command.Dispose();
        _connection.Dispose();
        ((IDisposable)_app).Dispose();
        _answer.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>ADO.NET's reader and a JSON writer, without GraphQL: the floor.</summary>
    [Benchmark(Baseline = true)]
    public long ByHand()
    {
        _answer.SetLength(0);
        using var json = new Utf8JsonWriter(_answer, new JsonWriterOptions { SkipValidation = true });
        json.WriteStartArray();
        using var rows = _command.ExecuteReader();
        while (rows.Read())
            WriteRow(json, rows);
        json.WriteEndArray();
        json.Flush();
        return _answer.Length;
    }

    /// <summary>The engine: the document is known, the statement prepared.</summary>
    [Benchmark]
    public async Task<long> ByEngine()
    {
        var result = await _engine.ExecuteAsync(new GraphQLRequest { Query = Document }, queriesOnly: true, _app.Services, CancellationToken.None);
        using var data = result.Data as FinishedData ?? throw new InvalidOperationException(result.Errors?[0].Message ?? "The document is not known.");
        return data.Fields[0].Value!.Length;
    }

    private static void WriteRow(Utf8JsonWriter json, SqliteDataReader row)
    {
        json.WriteStartObject();
        json.WriteNumber("id", row.GetInt32(0));
        json.WriteString("periodStart", row.GetString(1));
        json.WriteNumber("value", row.GetDouble(2));
        json.WriteNumber("status", row.GetInt32(3));
        json.WriteStartObject("measure");
        json.WriteString("code", row.GetString(4));
        json.WriteEndObject();
        json.WriteStartObject("area");
        json.WriteString("code", row.GetString(5));
        json.WriteString("name", row.GetString(6));
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
