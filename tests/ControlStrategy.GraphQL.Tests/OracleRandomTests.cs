using System.Globalization;
using System.Text.Json;
using ControlStrategy.GraphQL.Tests.Oracle;
using GraphQLParser;
using GraphQLParser.AST;
using Xunit;
using Xunit.Abstractions;

namespace ControlStrategy.GraphQL.Tests;

/// <summary>Random queries, each answered as the oracle answers it; a failure names the seed and the document.</summary>
[Collection(OracleTests.Name)]
public sealed class OracleRandomTests(OracleLibrary library, ITestOutputHelper output)
{
    private const int QueriesOfABatch = 470;

    /// <summary>Six batches are more than 10,000.</summary>
    private const int FewestAnswersOfABatch = 1_667;
    private const int QueriesOverHttp = 50;
    private const int DrawsOfAQuery = 3;
    private int _answers;

    public static TheoryData<int> Batches => [.. Enumerable.Range(0, 6)];

    [Theory]
    [MemberData(nameof(Batches))]
    public async Task A_random_query_is_answered_as_the_oracle_answers_it(int batch)
    {
        var schema = await SchemaMap.OfAsync(library.Server);
        var books = library.Rows.Books.Where(book => !book.IsWithdrawn).Select(book => book.Id).ToList();
        for (var seed = batch * QueriesOfABatch; seed < (batch + 1) * QueriesOfABatch; seed++)
        {
            var query = new RandomQuery(schema, books, seed, depth: 2 + (seed % 3));
            var difference = await CompareAsync(query, new Random(seed));
            Assert.True(difference is null, string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {difference}\n{query.Document}"));
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_answers} answers compared"));
        Assert.True(_answers >= FewestAnswersOfABatch);
    }

    [Fact]
    public async Task Over_http_the_answer_is_the_same()
    {
        var schema = await SchemaMap.OfAsync(library.Server);
        for (var seed = 0; seed < QueriesOverHttp; seed++)
        {
            var query = new RandomQuery(schema, [1], seed, depth: 2);
            var variables = query.DrawVariables();
            var difference = await library.CompareOverHttpAsync(query.Document, variables, variables);
            Assert.True(difference is null, string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {difference}\n{query.Document}\n{JsonSerializer.Serialize(variables)}"));
        }
    }

    /// <summary>One document whose whole filter and order are variables: each shape needs a plan of its own.</summary>
    [Theory]
    [InlineData("readers", "Reader")]
    [InlineData("books", "Book")]
    public async Task A_filter_given_whole_by_a_variable_is_answered_by_its_own_plan(string root, string type)
    {
        var schema = await SchemaMap.OfAsync(library.Server);
        var filters = new RandomFilters(schema, new RandomValues(new Random(root.Length), schema, mayDeclare: false));
        var query = $"query ($w: {type}FilterInput, $o: [{type}SortInput!]) {{ {root}(first: 100, where: $w, order: $o) {{ nodes {{ id }} totalCount }} }}";
        for (var i = 0; i < QueriesOverHttp; i++)
        {
            var (where, order) = (JsonLiterals.Of(filters.Object(type + "FilterInput", depth: i % 2)), JsonLiterals.Of(filters.Order(type + "SortInput")));
            var difference = await library.CompareOverHttpAsync(query, new Dictionary<string, object?> { ["w"] = where.Value, ["o"] = order.Value }, new { w = where.Json, o = order.Json });
            Assert.True(difference is null, $"{difference}\n{query}\n{where.Json?.ToJsonString()}\n{order.Json?.ToJsonString()}");
        }
    }

    /// <summary>The same document with several values of its variables, then with cursors that its answers brought.</summary>
    private async Task<string?> CompareAsync(RandomQuery query, Random random)
    {
        var document = Parser.Parse(query.Document);
        for (var i = 0; i < DrawsOfAQuery; i++)
        {
            var cursors = new Cursors();
            var variables = query.DrawVariables();
            _answers++;
            var difference = await library.CompareAsync(query.Document, document, variables, cursors) ?? await TurnPagesAsync(query.Document, document, variables, cursors, random);
            if (difference is not null) return $"{difference}\n{JsonSerializer.Serialize(variables)}";
            if (variables.Count == 0) break;
        }
        return null;
    }

    private async Task<string?> TurnPagesAsync(string query, GraphQLDocument document, Dictionary<string, object?> variables, Cursors cursors, Random random)
    {
        var places = CursorPlaces.Of(document).Where(place => cursors.SeenIn(place.List).Count > 0).ToList();
        if (places.Count == 0) return null;
        foreach (var (variable, list) in places)
            variables[variable] = cursors.SeenIn(list)[random.Next(cursors.SeenIn(list).Count)];
        _answers++;
        return await library.CompareAsync(query, document, variables, cursors);
    }
}
