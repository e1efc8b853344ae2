using System.Text.Json;
using ControlStrategy.GraphQL.Tests.Library;
using ControlStrategy.Testing;
using GraphQLParser;
using GraphQLParser.AST;
using Xunit;

namespace ControlStrategy.GraphQL.Tests.Oracle;

/// <summary>The engine and the oracle over the same rows.</summary>
public sealed class OracleLibrary : IAsyncLifetime
{
    private readonly RandomLibrary _content = new(seed: 20_211);
    private readonly LibraryServer _server;

    public OracleLibrary() => _server = new LibraryServer(_content.Fill, Wide);

    /// <summary>Wide limits: what is asked here is strange, not small.</summary>
    private static EngineLimits Wide => new()
    {
        MaximumCells = int.MaxValue,
        MaximumTokens = 20_000,
        MaximumSelectionDepth = 30,
        MaximumFields = 5_000,
        MaximumFragments = 100,
        MaximumFragmentChain = 30,
        MaximumAliases = 1_000,
        MaximumRootFields = 100,
        MaximumSameFields = 100,
        MaximumDirectives = 1_000,
        MaximumFilterDepth = 12,
        CachedDocuments = 5_000,
    };

    internal LibraryServer Server => _server;

    internal LibraryRows Rows => _content.Rows;

    public Task InitializeAsync() => _server.InitializeAsync();

    public Task DisposeAsync() => _server.DisposeAsync();

    /// <summary>Asks both; gives what differs, or null.</summary>
    internal Task<string?> CompareAsync(string query, IReadOnlyDictionary<string, object?>? variables = null) =>
        CompareAsync(query, Parser.Parse(query), variables ?? new Dictionary<string, object?>(), new Cursors());

    /// <param name="query">The document.</param>
    /// <param name="document">The same, parsed.</param>
    /// <param name="variables">Its variables.</param>
    /// <param name="cursors">Learns the answer's cursors, and knows those the variables bring.</param>
    internal async Task<string?> CompareAsync(string query, GraphQLDocument document, IReadOnlyDictionary<string, object?> variables, Cursors cursors)
    {
        using var trace = new StatementTrace();
        using var answer = await _server.Engine.QueryAsync(query, null, variables, _server.Services, CancellationToken.None);
        var (expected, statements) = LibraryOracle.Answer(Rows, cursors, document, variables);
        if (answer.RootElement.TryGetProperty("errors", out var errors)) return "Refused: " + errors.GetRawText();
        var difference = new Difference(cursors).Find(answer.RootElement.GetProperty("data"), expected);
        if (difference is not null) return difference;
        return trace.Statements.Count == statements ? null : $"{trace.Statements.Count} statements, not {statements}";
    }

    /// <summary>Asks over HTTP, as a client does.</summary>
    /// <param name="query">The document.</param>
    /// <param name="variables">Its variables as the oracle reads them.</param>
    /// <param name="json">The same as they travel.</param>
    internal async Task<string?> CompareOverHttpAsync(string query, IReadOnlyDictionary<string, object?> variables, object json)
    {
        var answer = await _server.AskAsync(query, json);
        var cursors = new Cursors();
        var (expected, _) = LibraryOracle.Answer(Rows, cursors, Parser.Parse(query), variables);
        return answer.TryGetProperty("errors", out var errors) ? "Refused: " + errors.GetRawText() : new Difference(cursors).Find(answer.GetProperty("data"), expected);
    }

    /// <summary>Asserts that both answer alike.</summary>
    internal async Task AgreeAsync(string query, IReadOnlyDictionary<string, object?>? variables = null)
    {
        var difference = await CompareAsync(query, variables);
        Assert.True(difference is null, $"{difference}\n{query}\n{JsonSerializer.Serialize(variables)}");
    }
}

/// <summary>One library for all tests that compare with the oracle.</summary>
[CollectionDefinition(Name)]
public sealed class OracleTests : ICollectionFixture<OracleLibrary>
{
    public const string Name = "oracle";
}
