using System.Text.Json;
using ControlStrategy.GraphQL.Tests.Oracle;
using ControlStrategy.Testing;
using Xunit;

namespace ControlStrategy.GraphQL.Tests;

/// <summary>Page numbers: a client jumps to a page near the one it is on.</summary>
[Collection(OracleTests.Name)]
public sealed class RelativeCursorTests(OracleLibrary library)
{
    private const string Around = "{ nodes { id } pageInfo { forwardCursors { page cursor } backwardCursors { page cursor } } }";

    [Theory]
    [InlineData("cards", "[{ isSigned: ASC }]", 3)]
    [InlineData("cards", "[{ book: { shelf: { label: DESC } } }]", 4)]
    [InlineData("books", "[{ isComplete: DESC }, { binding: ASC }]", 5)]
    [InlineData("cards", "[]", 1)]
    public async Task Each_numbered_page_is_the_one_that_walking_gives(string list, string order, int size)
    {
        var whole = Ids(await PageAsync(list, order, "first: 1000"));
        var first = await PageAsync(list, order, $"first: {size}");
        Assert.Empty(Pages(first, "backwardCursors"));
        var last = first;
        foreach (var (page, cursor) in Pages(first, "forwardCursors"))
        {
            last = await PageAsync(list, order, $"first: {size}, after: \"{cursor}\"");
            Assert.Equal(whole.Skip((page - 1) * size).Take(size), Ids(last));
            Assert.Equal(Enumerable.Range(Math.Max(1, page - 10), Math.Min(10, page - 1)), Pages(last, "backwardCursors").Select(near => near.Page));
        }
        var there = 1 + Pages(first, "forwardCursors").Count;
        Assert.Equal(Math.Min(10, (whole.Count - 1) / size), there - 1);
        foreach (var (page, cursor) in Pages(last, "backwardCursors"))
            Assert.Equal(whole.Skip((page - 1) * size).Take(size), Ids(await PageAsync(list, order, $"last: {size}, before: \"{cursor}\"")));
        Assert.Equal(Math.Min(10, ((whole.Count + size - 1) / size) - there), Pages(last, "forwardCursors").Count);
    }

    [Fact]
    public async Task From_the_end_every_row_has_its_page_and_the_first_page_is_the_short_one()
    {
        var whole = Ids(await PageAsync("books", "[]", "first: 1000"));
        var size = (whole.Count / 4) + 1;
        Assert.NotEqual(0, whole.Count % size);
        var last = await PageAsync("books", "[]", $"last: {size}");
        var before = Pages(last, "backwardCursors");
        Assert.Equal([1, 2, 3], before.Select(near => near.Page));
        var found = Ids(last).ToList();
        foreach (var (_, cursor) in Enumerable.Reverse(before))
            found.InsertRange(0, Ids(await PageAsync("books", "[]", $"last: {size}, before: \"{cursor}\"")));
        Assert.Equal(whole, found);
    }

    [Fact]
    public async Task Pages_below_each_parent_are_numbered_too()
    {
        var authors = (await library.Server.DataAsync("{ authors { nodes { id books(first: 2, order: [{ isComplete: ASC }]) { totalCount pageInfo { forwardCursors { page cursor } } } } } }")).GetProperty("authors").GetProperty("nodes");
        var author = authors.EnumerateArray().MaxBy(node => node.GetProperty("books").GetProperty("totalCount").GetInt32());
        var cursors = author.GetProperty("books").GetProperty("pageInfo").GetProperty("forwardCursors").EnumerateArray().ToList();
        Assert.True(cursors.Count > 2);
        Assert.Equal(Enumerable.Range(2, cursors.Count), cursors.Select(near => near.GetProperty("page").GetInt32()));
        var id = author.GetProperty("id").GetInt32();
        var third = await BooksAsync(id, $"first: 2, order: [{{ isComplete: ASC }}], after: \"{cursors[1].GetProperty("cursor")}\"");
        var whole = await BooksAsync(id, "first: 100, order: [{ isComplete: ASC }]");
        Assert.Equal(Nodes(whole).Skip(4).Take(2), Nodes(third));
        Assert.Equal([1, 2], third.GetProperty("pageInfo").GetProperty("backwardCursors").EnumerateArray().Select(near => near.GetProperty("page").GetInt32()));
    }

    [Fact]
    public async Task Pages_of_groups_are_numbered_too()
    {
        var first = (await library.Server.DataAsync($"{{ cardsGrouped(by: [LANGUAGE], first: 3) {{ totalCount nodes {{ keys {{ language }} }} pageInfo {{ forwardCursors {{ page cursor }} }} }} }}")).GetProperty("cardsGrouped");
        var cursor = first.GetProperty("pageInfo").GetProperty("forwardCursors")[1];
        Assert.Equal(3, cursor.GetProperty("page").GetInt32());
        var third = (await library.Server.DataAsync($"{{ cardsGrouped(by: [LANGUAGE], first: 3, after: \"{cursor.GetProperty("cursor")}\") {{ nodes {{ keys {{ language }} }} pageInfo {{ backwardCursors {{ page }} }} }} }}")).GetProperty("cardsGrouped");
        var whole = (await library.Server.DataAsync("{ cardsGrouped(by: [LANGUAGE], first: 100) { nodes { keys { language } } } }")).GetProperty("cardsGrouped");
        Assert.Equal(whole.GetProperty("nodes").EnumerateArray().Skip(6).Take(3).Select(node => node.GetRawText()), third.GetProperty("nodes").EnumerateArray().Select(node => node.GetRawText()));
        Assert.Equal("""[{"page":1},{"page":2}]""", third.GetProperty("pageInfo").GetProperty("backwardCursors").GetRawText());
    }

    [Fact]
    public async Task A_page_far_away_is_good_for_its_list_only()
    {
        var cursor = Pages(await PageAsync("cards", "[]", "first: 2"), "forwardCursors")[3].Cursor;
        await IsRefusedAsync($"{{ cards(first: 2, after: \"{cursor}\", order: [{{ language: ASC }}]) {{ nodes {{ id }} }} }}");
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(3, 1)]
    [InlineData(3, 50)]
    public async Task A_page_by_its_number_is_good_for_its_size_only(int page, int size)
    {
        var cursor = Pages(await PageAsync("cards", "[]", "first: 2"), "forwardCursors")[page].Cursor;
        await IsRefusedAsync($"{{ cards(first: {size}, after: \"{cursor}\") {{ nodes {{ id }} }} }}");
        var before = Pages(await PageAsync("cards", "[]", "last: 2"), "backwardCursors")[page].Cursor;
        await IsRefusedAsync($"{{ cards(last: {size}, before: \"{before}\") {{ nodes {{ id }} }} }}");
        var groups = (await library.Server.DataAsync("{ cardsGrouped(by: [LANGUAGE], first: 2) { pageInfo { forwardCursors { cursor } } } }")).GetProperty("cardsGrouped");
        await IsRefusedAsync($"{{ cardsGrouped(by: [LANGUAGE], first: {size}, after: \"{groups.GetProperty("pageInfo").GetProperty("forwardCursors")[0].GetProperty("cursor")}\") {{ nodes {{ count }} }} }}");
    }

    [Fact]
    public async Task The_cursor_of_an_entry_is_good_for_pages_of_any_size()
    {
        var cursor = (await library.Server.DataAsync("{ cards(first: 2) { pageInfo { endCursor } } }")).GetProperty("cards").GetProperty("pageInfo").GetProperty("endCursor");
        var whole = Ids(await PageAsync("cards", "[]", "first: 1000"));
        Assert.Equal(whole.Skip(2).Take(5), Ids(await PageAsync("cards", "[]", $"first: 5, after: \"{cursor}\"")));
    }

    private async Task IsRefusedAsync(string query) =>
        Assert.Equal("INVALID_CURSOR", (await library.Server.Client.AskAsync(query)).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());

    private async Task<JsonElement> PageAsync(string list, string order, string page) =>
        (await library.Server.DataAsync($"{{ {list}({page}, order: {order}) {Around} }}")).GetProperty(list);

    private async Task<JsonElement> BooksAsync(int author, string arguments) =>
        (await library.Server.DataAsync($"{{ authors(where: {{ id: {{ eq: {author} }} }}) {{ nodes {{ books({arguments}) {Around} }} }} }}")).GetProperty("authors").GetProperty("nodes")[0].GetProperty("books");

    private static List<string> Ids(JsonElement list) => [.. Nodes(list)];

    private static IEnumerable<string> Nodes(JsonElement list) => list.GetProperty("nodes").EnumerateArray().Select(node => node.GetRawText());

    private static List<(int Page, string Cursor)> Pages(JsonElement list, string name) =>
        [.. list.GetProperty("pageInfo").GetProperty(name).EnumerateArray().Select(near => (near.GetProperty("page").GetInt32(), near.GetProperty("cursor").GetString()!))];
}
