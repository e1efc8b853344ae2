using System.Text;
using ControlStrategy.GraphQL.Tests.Library;
using Snapshooter;
using Snapshooter.Xunit;
using Xunit;

namespace ControlStrategy.GraphQL.Tests;

/// <summary>Pins, for each shape of query, the statements (their number and columns) and the JSON.</summary>
public sealed class QueryShapeTests(LibraryServer library) : IClassFixture<LibraryServer>
{
    [Theory]
    [InlineData("flat", "{ books(first: 2) { nodes { id title pages } } }")]
    [InlineData("references", "{ books(first: 2, order: [{ author: { bornIn: DESC } }, { title: ASC }]) { nodes { title author { id name mentor { name } } shelf { label } } totalCount } }")]
    [InlineData("nested-page", "{ authors(first: 2) { nodes { name books(first: 2, where: { pages: { gt: 110 } }, order: [{ title: DESC }]) { nodes { title price publishedOn addedAt binding genres { name } } totalCount } } } }")]
    [InlineData("nested-list", "{ books(first: 3, order: [{ title: DESC }]) { nodes { title genres(where: { name: { neq: \"Poems\" } }, order: [{ name: DESC }]) { name books { title } } } } }")]
    [InlineData("edges-and-nodes", "{ authors(where: { books: { some: { genres: { some: { name: { eq: \"Crime\" } } } } } }, first: 3) { totalCount edges { cursor node { code } } nodes { name } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }")]
    [InlineData("single-with-computed-field", "{ author(code: \"author-3\") { __typename name nameLength(factor: 2) { characters of { code } } } }")]
    [InlineData("single-without-match", "{ author(code: \"nobody\") { name } }")]
    [InlineData("record-with-entities", "{ pick(numbers: [3, 1, 3]) { rows { number book { title author { name } genres { name } } } } }")]
    [InlineData("aliases-and-fragments", "{ a: books(first: 1) { n: nodes { t: title ...More } } b: books(last: 1) { nodes { title } } } fragment More on Book { title pages author { name } author { code } }")]
    [InlineData("count-only", "{ books(where: { title: { startsWith: \"Book 1\" } }) { totalCount } }")]
    [InlineData("self-reference", "{ authors(first: 8, order: [{ id: DESC }]) { nodes { code mentor { code pupils { nodes { code } totalCount } } } } }")]
    public async Task Each_shape_has_its_statements_and_its_json(string name, string query)
    {
        var (json, statements) = await library.TraceAsync(query);
        var text = new StringBuilder().AppendLine(query).AppendLine().AppendLine(json);
        foreach (var statement in statements)
            text.AppendLine().AppendLine(statement);
        Snapshot.Match(text.ToString(), SnapshotNameExtension.Create(name));
    }

    [Fact]
    public async Task The_number_of_statements_does_not_depend_on_the_number_of_rows()
    {
        var few = await library.TraceAsync("{ authors(first: 1) { nodes { name books(first: 1) { nodes { title genres { name } } totalCount } } } }");
        var many = await library.TraceAsync("{ authors(first: 8) { nodes { name books(first: 12) { nodes { title genres { name } } totalCount } } } }");
        Assert.Equal(4, few.Statements.Count);
        Assert.Equal(few.Statements, many.Statements);
        Assert.True(many.Json.Length > few.Json.Length * 10);
    }

    [Fact]
    public async Task A_plan_serves_other_values()
    {
        const string query = "query ($pages: Int!, $ids: [Int]) { books(first: 50, where: { pages: { gt: $pages }, id: { in: $ids } }) { totalCount } }";
        var one = await library.DataAsync(query, new { pages = 0, ids = new[] { 1, 2, 3 } });
        var other = await library.DataAsync(query, new { pages = 0, ids = new[] { 5 } });
        Assert.Equal(3, one.GetProperty("books").GetProperty("totalCount").GetInt32());
        Assert.Equal(1, other.GetProperty("books").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task Skip_and_include_choose_among_plans_of_one_document()
    {
        const string query = "query ($a: Boolean!, $b: Boolean!) { books(first: 1) { nodes { title @skip(if: $a) pages @include(if: $b) author { code } } } }";
        foreach (var (skip, include, expected) in new[] { (false, true, "{\"title\":\"Book 0.00\",\"pages\":100,\"author\":{\"code\":\"author-0\"}}"), (true, false, "{\"author\":{\"code\":\"author-0\"}}") })
        {
            var data = await library.DataAsync(query, new { a = skip, b = include });
            Assert.Equal(expected, data.GetProperty("books").GetProperty("nodes")[0].GetRawText());
        }
    }

    [Fact]
    public async Task A_root_field_written_twice_is_one_field()
    {
        var data = await library.DataAsync("""
            query ($n: Int) { books(first: $n, order: [{ title: DESC }]) { nodes { id } } ...More }
            fragment More on Query { books(first: $n, order: [{ title: DESC }]) { nodes { title author { code } } totalCount } }
            """, new { n = 1 });
        Assert.Equal("""{"nodes":[{"id":95,"title":"Book 7.10","author":{"code":"author-7"}}],"totalCount":88}""", data.GetProperty("books").GetRawText());
    }

    [Fact]
    public async Task Requests_of_one_shape_share_a_plan_and_others_do_not()
    {
        const string query = "query ($w: BookFilterInput) { books(where: $w, first: 5) { totalCount } }";
        object either = new { title = new { or = new object[] { new { contains = "1" }, new { startsWith = "Book 0" } } } };
        object both = new { title = new { or = new object[] { new { contains = "1", startsWith = "Book 0" } } } };
        var first = await CountAsync(query, either);
        var plans = library.Engine.PlanCount;
        Assert.Equal(first, await CountAsync(query, either));
        await CountAsync(query, new { title = new { or = new object[] { new { contains = "2" }, new { startsWith = "Book 3" } } } });
        Assert.Equal(plans, library.Engine.PlanCount);
        Assert.True(await CountAsync(query, both) < first);
        Assert.Equal(plans + 1, library.Engine.PlanCount);
        Assert.Equal(first, await CountAsync(query, either));
    }

    [Fact]
    public async Task Requests_at_the_same_time_do_not_disturb_one_another()
    {
        const string query = "query ($n: Int!, $t: String) { authors(first: $n, order: [{ code: DESC }]) { nodes { code books(first: $n, where: { title: { contains: $t } }) { nodes { title genres { name } } totalCount } } } }";
        var requests = Enumerable.Range(0, 60).Select(i => new { n = 1 + (i % 7), t = (i % 5).ToString(System.Globalization.CultureInfo.InvariantCulture) }).ToList();
        var alone = new List<string>();
        foreach (var variables in requests)
            alone.Add((await library.DataAsync(query, variables)).GetRawText());
        var together = await Task.WhenAll(requests.Select(async variables => (await library.DataAsync(query, variables)).GetRawText()));
        Assert.Equal(alone, together);
    }

    private async Task<int> CountAsync(string query, object where) =>
        (await library.DataAsync(query, new { w = where })).GetProperty("books").GetProperty("totalCount").GetInt32();
}
