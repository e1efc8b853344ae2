using System.Globalization;
using System.Text.Json;
using ControlStrategy.GraphQL.Tests.Oracle;
using GraphQLParser;
using Xunit;

namespace ControlStrategy.GraphQL.Tests;

/// <summary>Random queries, each answered as the oracle answers it; a failure names the seed and the document.</summary>
[Collection(OracleTests.Name)]
public sealed class OracleRandomTests(OracleLibrary library)
{
    private const int QueriesOfABatch = 100;

    public static TheoryData<int> Batches => [.. Enumerable.Range(0, 12)];

    [Theory]
    [MemberData(nameof(Batches))]
    public async Task A_random_query_is_answered_as_the_oracle_answers_it(int batch)
    {
        var schema = await SchemaMap.OfAsync(library.Server);
        for (var i = 0; i < QueriesOfABatch; i++)
        {
            var seed = (batch * QueriesOfABatch) + i;
            var query = new RandomQuery(schema, seed, depth: 2 + (seed % 4));
            var difference = await CompareAsync(query, new Random(seed));
            Assert.True(difference is null, string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {difference}\n{query.Document}\n{JsonSerializer.Serialize(query.Variables)}"));
        }
    }

    /// <summary>First without cursors; then with cursors that the first answer brought.</summary>
    private async Task<string?> CompareAsync(RandomQuery query, Random random)
    {
        var document = Parser.Parse(query.Document);
        var cursors = new Cursors();
        var difference = await library.CompareAsync(query.Document, document, query.Variables, cursors);
        if (difference is not null) return difference;
        var places = CursorPlaces.Of(document).Where(place => cursors.SeenIn(place.List).Count > 0).DistinctBy(place => place.Variable).ToList();
        if (places.Count == 0) return null;
        var variables = new Dictionary<string, object?>(query.Variables);
        foreach (var (variable, list) in places)
            variables[variable] = cursors.SeenIn(list)[random.Next(cursors.SeenIn(list).Count)];
        var next = await library.CompareAsync(query.Document, document, variables, cursors);
        return next is null ? null : $"with cursors of {string.Join(", ", places.Select(place => place.Variable))}: {next}";
    }
}
