using System.Text.Json;
using ControlStrategy.GraphQL.Tests.Library;
using Xunit;

namespace ControlStrategy.GraphQL.Tests;

public sealed class PagingTests(LibraryServer library) : IClassFixture<LibraryServer>
{
    public static TheoryData<string> Orders =>
    [
        "[]",
        "[{ title: DESC }]",
        "[{ subtitle: ASC }]",
        "[{ subtitle: DESC }, { pages: ASC }]",
        "[{ binding: ASC }, { publishedOn: DESC }]",
        "[{ shelf: { label: ASC } }, { addedAt: DESC }]",
        "[{ author: { bornIn: DESC } }, { price: ASC }]",
        "[{ author: { mentor: { name: ASC } } }]",
        "[{ isRare: ASC }]",
        "[{ isRare: DESC }, { pages: DESC }]",
        "[{ isComplete: ASC }, { title: DESC }]",
        "[{ isComplete: DESC }]",
    ];

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Walking_all_pages_returns_each_row_once_in_order(string order)
    {
        var all = await IdsAsync($"first: 1000, order: {order}");
        Assert.Equal(88, all.Distinct().Count());
        Assert.Equal(all, await WalkAsync(order, forward: true));
        Assert.Equal(all, await WalkAsync(order, forward: false));
    }

    [Fact]
    public async Task Nested_pages_walk_too()
    {
        var whole = await library.DataAsync("{ authors(first: 2) { nodes { books(first: 12, order: [{ subtitle: DESC }]) { nodes { id } edges { cursor } pageInfo { hasNextPage } } } } }");
        var books = whole.GetProperty("authors").GetProperty("nodes")[0].GetProperty("books");
        var cursor = books.GetProperty("edges")[3].GetProperty("cursor").GetString();
        var next = await library.DataAsync("query ($after: String) { authors(first: 1) { nodes { books(first: 3, after: $after, order: [{ subtitle: DESC }]) { nodes { id } pageInfo { hasNextPage hasPreviousPage } } } } }", new { after = cursor });
        var page = next.GetProperty("authors").GetProperty("nodes")[0].GetProperty("books");
        Assert.Equal(books.GetProperty("nodes").EnumerateArray().Skip(4).Take(3).Select(node => node.GetRawText()), page.GetProperty("nodes").EnumerateArray().Select(node => node.GetRawText()));
        Assert.True(page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean());
        Assert.True(page.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean());
    }

    [Fact]
    public async Task The_last_entries_of_each_parent_come_in_the_order_asked_for()
    {
        var data = await library.DataAsync("{ authors(first: 3) { nodes { books(last: 2, order: [{ title: ASC }]) { nodes { title } } } } }");
        Assert.Equal(3, data.GetProperty("authors").GetProperty("nodes").GetArrayLength());
        foreach (var author in data.GetProperty("authors").GetProperty("nodes").EnumerateArray())
        {
            var titles = author.GetProperty("books").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("title").GetString()).ToArray();
            Assert.Equal(2, titles.Length);
            Assert.EndsWith(".09", titles[0]);
            Assert.EndsWith(".10", titles[1]);
        }
    }

    [Fact]
    public async Task An_empty_page_has_no_cursors()
    {
        var data = await library.DataAsync("{ books(where: { id: { eq: -1 } }) { nodes { id } edges { cursor } totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }");
        Assert.Equal("{\"nodes\":[],\"edges\":[],\"totalCount\":0,\"pageInfo\":{\"hasNextPage\":false,\"hasPreviousPage\":false,\"startCursor\":null,\"endCursor\":null}}", data.GetProperty("books").GetRawText());
    }

    [Fact]
    public async Task Without_first_or_last_a_page_has_fifty_rows()
    {
        Assert.Equal(50, (await IdsAsync("order: []")).Count);
        Assert.Empty(await IdsAsync("first: 0"));
    }

    private async Task<List<int>> WalkAsync(string order, bool forward)
    {
        var ids = new List<int>();
        string? cursor = null;
        bool hasMore;
        do
        {
            var arguments = forward ? $"first: 7, after: $cursor, order: {order}" : $"last: 7, before: $cursor, order: {order}";
            var data = await library.DataAsync($"query ($cursor: String) {{ books({arguments}) {{ nodes {{ id }} pageInfo {{ hasNextPage hasPreviousPage startCursor endCursor }} }} }}", new { cursor });
            var books = data.GetProperty("books");
            var page = books.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetInt32());
            ids.InsertRange(forward ? ids.Count : 0, page);
            var info = books.GetProperty("pageInfo");
            hasMore = info.GetProperty(forward ? "hasNextPage" : "hasPreviousPage").GetBoolean();
            cursor = info.GetProperty(forward ? "endCursor" : "startCursor").GetString();
        }
        while (hasMore);
        return ids;
    }

    private async Task<List<int>> IdsAsync(string arguments)
    {
        JsonElement data = await library.DataAsync($"{{ books({arguments}) {{ nodes {{ id }} }} }}");
        return [.. data.GetProperty("books").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetInt32())];
    }
}
