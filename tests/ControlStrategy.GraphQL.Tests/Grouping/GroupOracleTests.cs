using System.Globalization;
using ControlStrategy.GraphQL.Tests.Oracle;
using ControlStrategy.Testing;
using Xunit;

namespace ControlStrategy.GraphQL.Tests.Grouping;

/// <summary>Random groupings, each answered in one statement as the oracle answers it; a failure names the seed and the query.</summary>
public sealed class GroupOracleTests(GroupLibrary library) : IClassFixture<GroupLibrary>
{
    private const int QueriesOfABatch = 60;

    public static TheoryData<int> Batches => [.. Enumerable.Range(0, 8)];

    [Theory]
    [MemberData(nameof(Batches))]
    public async Task A_random_grouping_is_answered_as_the_oracle_answers_it(int batch)
    {
        var schema = await SchemaMap.OfAsync(library.Server);
        for (var seed = batch * QueriesOfABatch; seed < (batch + 1) * QueriesOfABatch; seed++)
        {
            var random = new RandomGrouping(schema, seed);
            var query = $"{{ booksGrouped({random.Arguments()}, first: {1000 - (seed % 2 * 997)}) {{ totalCount nodes {{ {random.Selection()} }} }} }}";
            var difference = await library.CompareAsync(query);
            Assert.True(difference is null, string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {difference}\n{query}"));
        }
    }

    [Fact]
    public async Task Walking_all_pages_of_groups_gives_each_once_forward_and_backward()
    {
        var schema = await SchemaMap.OfAsync(library.Server);
        for (var seed = 0; seed < QueriesOfABatch; seed++)
        {
            var arguments = new RandomGrouping(schema, seed).Arguments();
            var whole = await PageAsync(arguments + ", first: 1000");
            var (forward, backward) = (new List<string>(), new List<string>());
            for (var next = ", first: 7"; next.Length > 0;)
            {
                var page = await PageAsync(arguments + next);
                forward.AddRange(page.Nodes);
                next = page.HasNext ? $", first: 7, after: \"{page.End}\"" : "";
            }
            for (var previous = ", last: 5"; previous.Length > 0;)
            {
                var page = await PageAsync(arguments + previous);
                backward.InsertRange(0, page.Nodes);
                previous = page.HasPrevious ? $", last: 5, before: \"{page.Start}\"" : "";
            }
            Assert.True(whole.Nodes.SequenceEqual(forward), $"forward: {arguments}");
            Assert.True(whole.Nodes.SequenceEqual(backward), $"backward: {arguments}");
        }
    }

    private async Task<(List<string> Nodes, bool HasNext, bool HasPrevious, string? Start, string? End)> PageAsync(string arguments)
    {
        var query = $"{{ booksGrouped({arguments}) {{ nodes {{ groupedBy keys {{ author {{ id }} mentor {{ id }} shelf {{ id }} binding isRare isComplete subtitle shelfLabel decade master {{ id }} }} }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }}";
        var answer = await library.Server.Client.AskAsync(query);
        Assert.False(answer.TryGetProperty("errors", out var errors), $"{errors}\n{query}");
        var data = answer.GetProperty("data");
        var info = data.GetProperty("booksGrouped").GetProperty("pageInfo");
        var nodes = data.GetProperty("booksGrouped").GetProperty("nodes").EnumerateArray().Select(node => node.GetRawText()).ToList();
        return (nodes, info.GetProperty("hasNextPage").GetBoolean(), info.GetProperty("hasPreviousPage").GetBoolean(), info.GetProperty("startCursor").GetString(), info.GetProperty("endCursor").GetString());
    }
}
