using ControlStrategy.GraphQL.Tests.Library;
using ControlStrategy.Testing;
using Xunit;

namespace ControlStrategy.GraphQL.Tests.Exporting;

/// <summary>All rows of a list, batch after batch. A batch is seven rows here.</summary>
public sealed class WholeListTests : IClassFixture<LibraryServer>
{
    private const string Rows = "nodes { id title shelf { label } author { name } }";
    private readonly LibraryServer _library;

    public WholeListTests(LibraryServer library)
    {
        _library = library;
        library.Options.Limits = library.Options.Limits with { MaximumPageRows = 7, DefaultPageRows = 5 };
    }

    [Theory]
    [InlineData("")]
    [InlineData("(order: [{ shelf: { label: DESC } }, { pages: ASC }])")]
    [InlineData("(where: { author: { code: { neq: \"author-2\" } } }, order: [{ subtitle: ASC }])")]
    [InlineData("(where: { id: { lt: 15 } })")]
    [InlineData("(where: { id: { lt: 14 } })")]
    public async Task A_file_has_the_rows_that_a_client_gets_page_by_page(string arguments)
    {
        var file = await LinesAsync($"{{ books{arguments} {{ {Rows} }} }}");
        var paged = new List<string>();
        string? after = null;
        do
        {
            var joined = arguments.Length == 0 ? "(first: 5, after: $after)" : arguments[..^1] + ", first: 5, after: $after)";
            var page = (await _library.DataAsync($"query ($after: String) {{ books{joined} {{ {Rows} totalCount pageInfo {{ hasNextPage endCursor }} }} }}", new { after })).GetProperty("books");
            paged.AddRange(page.GetProperty("nodes").EnumerateArray().Select(row => row.GetRawText()));
            after = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean() ? page.GetProperty("pageInfo").GetProperty("endCursor").GetString() : null;
            if (after is null) Assert.Equal(page.GetProperty("totalCount").GetInt32(), paged.Count);
        }
        while (after is not null);
        Assert.Equal(paged, file);
    }

    [Theory]
    [InlineData("books(first: 20)", 20)]
    [InlineData("books(first: 14)", 14)]
    [InlineData("books(first: 2147483647)", 88)]
    [InlineData("books", 88)]
    [InlineData("books(first: null, last: null)", 88)]
    public async Task First_is_the_most_rows_in_all(string field, int rows) =>
        Assert.Equal(rows, (await LinesAsync($"{{ {field} {{ nodes {{ id }} }} }}")).Length);

    [Fact]
    public async Task After_is_where_the_file_begins()
    {
        var cursor = (await _library.DataAsync("{ books(first: 5) { pageInfo { endCursor } } }")).GetProperty("books").GetProperty("pageInfo").GetProperty("endCursor").GetString();
        var lines = await LinesAsync("query ($after: String) { books(after: $after, first: 80) { nodes { id } } }", new { after = cursor });
        Assert.Equal(("{\"id\":6}", 80), (lines[0], lines.Length));
        var nested = (await _library.DataAsync("{ author(code: \"author-1\") { books(first: 5) { pageInfo { endCursor } } } }")).GetProperty("author").GetProperty("books").GetProperty("pageInfo").GetProperty("endCursor").GetString();
        Assert.Equal(6, (await LinesAsync("query ($after: String) { author(code: \"author-1\") { books(after: $after) { nodes { id } } } }", new { after = nested })).Length);
    }

    [Fact]
    public async Task A_list_inside_one_record_comes_whole_too()
    {
        Assert.Equal(11, (await LinesAsync("{ author(code: \"author-1\") { books { nodes { id } } } }")).Length);
        Assert.Equal(11, (await LinesAsync("{ author(code: \"author-3\") { mentor { books(order: [{ pages: DESC }]) { nodes { id } } } } }")).Length);
    }

    [Fact]
    public async Task Lists_inside_rows_keep_the_page_they_ask_for()
    {
        const string authors = "{ authors { nodes { books(first: 2) { nodes { id } totalCount } pupils { totalCount } } } }";
        var lines = await LinesAsync(authors);
        Assert.Equal(LibraryContent.Authors, lines.Length);
        Assert.Equal((await _library.DataAsync(authors)).GetProperty("authors").GetProperty("nodes").EnumerateArray().Select(row => row.GetRawText()), lines[..5]);
    }

    [Fact]
    public async Task One_statement_answers_a_list_however_long_and_its_plan_is_kept()
    {
        const string query = "query ($first: Int, $pages: Int) { books(first: $first, where: { pages: { gt: $pages } }) { nodes { id } } }";
        using var trace = new StatementTrace();
        await Written.LinesAsync(_library, query, new() { ["first"] = 60, ["pages"] = 0 });
        var statement = Assert.Single(trace.Statements);
        var plans = _library.Engine.PlanCount;
        await Written.LinesAsync(_library, query, new() { ["first"] = 70, ["pages"] = 5 });
        await Written.LinesAsync(_library, query, new() { ["pages"] = 6 });
        Assert.Equal(plans, _library.Engine.PlanCount);
        Assert.Equal([statement, statement, statement], trace.Statements);
    }

    private async Task<string[]> LinesAsync(string query, object? variables = null) =>
        (await _library.Client.FileAsync(FileRequest.JsonLines, query, variables)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
