using System.Text.Json;
using ControlStrategy.GraphQL.Tests.Oracle;
using GraphQLParser;
using Xunit;

namespace ControlStrategy.GraphQL.Tests;

/// <summary>Walking a list page by page, forward and backward, gives each row once in the order the oracle has.</summary>
[Collection(OracleTests.Name)]
public sealed class OraclePagingTests(OracleLibrary library)
{
    /// <summary>A list and its order; every kind of column, given and possibly missing, is tried besides.</summary>
    public static TheoryData<string, string> Orders => new()
    {
        { "cards", "[{ book: { title: ASC } }]" },
        { "cards", "[{ book: { id: DESC } }]" },
        { "cards", "[{ book: { shelf: { label: DESC } } }, { isSigned: ASC }]" },
        { "cards", "[{ book: { author: { mentor: { name: ASC } } } }, { book: { binding: DESC } }, { formerCover: ASC }]" },
        { "cards", "[{ isBound: ASC }, { isSigned: DESC }, { cover: DESC }, { corners: ASC }]" },
        { "cards", "[{ isBound: DESC }, { id: DESC }]" },
        { "authors", "[{ biography: { summary: ASC } }]" },
        { "authors", "[{ mentor: { biography: { id: DESC } } }, { bornIn: ASC }]" },
        { "authors", "[{ mentor: { mentor: { bornIn: DESC } } }]" },
        { "readers", "[{ name: DESC }]" },
        { "readers", "[{ id: DESC }]" },
        { "books", "[{ isComplete: ASC }, { binding: DESC }, { subtitle: ASC }]" },
        { "books", "[{ shelf: { id: ASC } }, { price: DESC }]" },
        { "author(code: \"author-1\") { books", "[{ isComplete: ASC }]" },
        { "author(code: \"author-1\") { books", "[{ binding: DESC }, { shelf: { label: ASC } }]" },
        { "author(code: \"author-1\") { books", "[{ subtitle: DESC }]" },
        { "author(code: \"author-1\") { pupils", "[{ bornIn: DESC }]" },
        { "readers(where: { id: { eq: \"0\" } }) { nodes { favourites", "[{ shelf: { label: DESC } }, { isComplete: ASC }]" },
        { "readers(where: { id: { eq: \"0\" } }) { nodes { favourites", "[{ author: { bornIn: ASC } }]" },
        { "books(first: 1, where: { author: { pupils: { any: true } } }) { nodes { author { pupils", "[{ name: ASC }]" },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public Task Walking_all_pages_gives_each_row_once(string list, string order) => WalkBothWaysAsync(list, order);

    [Theory]
    [InlineData("cards", "CardFilterInput")]
    [InlineData("books", "BookFilterInput")]
    [InlineData("authors", "AuthorFilterInput")]
    public async Task Walking_along_any_column_gives_each_row_once(string root, string filter)
    {
        var schema = await SchemaMap.OfAsync(library.Server);
        var columns = schema[filter].Members.Where(member => member.BareType.EndsWith("OperationFilterInput", StringComparison.Ordinal));
        foreach (var column in columns.GroupBy(column => column.BareType).SelectMany(alike => alike.Take(2)))
        {
            await WalkBothWaysAsync(root, $"[{{ {column.Name}: ASC }}]");
            await WalkBothWaysAsync(root, $"[{{ {column.Name}: DESC }}]");
        }
    }

    /// <summary>A cursor of one parent's list is a place in the order of any parent's.</summary>
    [Theory]
    [InlineData("first: 2, after: $c")]
    [InlineData("last: 2, before: $c")]
    [InlineData("first: 3, before: $c")]
    [InlineData("last: 3, after: $c")]
    [InlineData("after: $c")]
    [InlineData("before: $c")]
    [InlineData("first: 0, after: $c")]
    [InlineData("last: 0, before: $c")]
    public async Task A_cursor_cuts_the_lists_of_all_parents(string arguments)
    {
        var query = $"query ($c: String) {{ authors {{ nodes {{ code books({arguments}, order: [{{ binding: ASC }}]) {{ nodes {{ id }} edges {{ cursor }} totalCount pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }} }} }}";
        const string everything = "{ authors { nodes { books(order: [{ binding: ASC }]) { edges { cursor } } } } }";
        var known = new Cursors();
        var document = Parser.Parse(query);
        Assert.Null(await library.CompareAsync(everything, Parser.Parse(everything), new Dictionary<string, object?>(), known));
        var whole = await library.Server.DataAsync(everything);
        var cursors = whole.GetProperty("authors").GetProperty("nodes").EnumerateArray().SelectMany(author => author.GetProperty("books").GetProperty("edges").EnumerateArray());
        foreach (var cursor in cursors.Where((_, index) => index % 4 == 0))
            Assert.Null(await library.CompareAsync(query, document, new Dictionary<string, object?> { ["c"] = cursor.GetProperty("cursor").GetString() }, known));
    }

    private async Task WalkBothWaysAsync(string list, string order)
    {
        var all = await IdsAsync(list, $"first: 1000, order: {order}", null);
        await library.AgreeAsync(Query(list, $"first: 1000, order: {order}"));
        Assert.Equal(all.Ids.Distinct(), all.Ids);
        Assert.True(all.Ids.Count > 0, list);
        Assert.Equal(all.Ids, await WalkAsync(list, order, forward: true));
        Assert.Equal(all.Ids, await WalkAsync(list, order, forward: false));
    }

    private async Task<List<string>> WalkAsync(string list, string order, bool forward)
    {
        var ids = new List<string>();
        var page = (Ids: new List<string>(), Cursor: (string?)null, HasMore: true);
        while (page.HasMore)
        {
            page = await IdsAsync(list, (forward ? "first: 3, after: $c" : "last: 3, before: $c") + $", order: {order}", page.Cursor);
            ids.InsertRange(forward ? ids.Count : 0, page.Ids);
        }
        return ids;
    }

    private async Task<(List<string> Ids, string? Cursor, bool HasMore)> IdsAsync(string list, string arguments, string? cursor)
    {
        var isBackward = arguments.StartsWith("last", StringComparison.Ordinal);
        using var answer = await library.Server.Engine.QueryAsync(Query(list, arguments), null, new Dictionary<string, object?> { ["c"] = cursor }, library.Server.Services, CancellationToken.None);
        var page = answer.RootElement.GetProperty("data");
        while (page.ValueKind == JsonValueKind.Array || !page.TryGetProperty("pageInfo", out _))
            page = page.ValueKind == JsonValueKind.Array ? page[0] : page.EnumerateObject().Single().Value;
        var info = page.GetProperty("pageInfo");
        return (
            [.. page.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").ToString())],
            info.GetProperty(isBackward ? "startCursor" : "endCursor").GetString(),
            info.GetProperty(isBackward ? "hasPreviousPage" : "hasNextPage").GetBoolean());
    }

    private static string Query(string list, string arguments)
    {
        var text = $"{list}({arguments}) {{ nodes {{ id }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }}";
        var variable = arguments.Contains("$c", StringComparison.Ordinal) ? "query ($c: String) " : "";
        return variable + "{ " + text + string.Concat(Enumerable.Repeat(" }", list.Count(character => character == '{') - list.Count(character => character == '}'))) + " }";
    }
}
