using System.Globalization;
using ControlStrategy.GraphQL.Tests.Library;
using ControlStrategy.Testing;
using Xunit;

namespace ControlStrategy.GraphQL.Tests.Grouping;

/// <summary>Parents filtered and ordered by numbers computed from their children.</summary>
public sealed class ChildrenTests(GroupLibrary library) : IClassFixture<GroupLibrary>
{
    [Theory]
    [InlineData("{ sum: { pages: DESC } }", "pages", false)]
    [InlineData("{ sum: { price: ASC } }", "price", false)]
    [InlineData("{ sum: { price: DESC }, where: { isRare: { eq: true } } }", "price", true)]
    [InlineData("{ count: ASC, where: { isRare: { eq: true } } }", "", true)]
    public async Task Sums_order_and_filter_parents_and_their_pages(string key, string column, bool isRareOnly)
    {
        var isDescending = key.Contains("DESC", StringComparison.Ordinal);
        var sums = library.Authors.ToDictionary(author => author.Id, author => Sum(author, column, isRareOnly));
        var ordered = sums.OrderBy(sum => isDescending ? -sum.Value : sum.Value).ThenBy(sum => sum.Key).Select(sum => sum.Key).ToList();
        var (seen, after) = (new List<int>(), "");
        for (var page = 0; page < ordered.Count; page++)
        {
            var edge = (await library.Server.DataAsync($"{{ authors(first: 1, order: [{{ books: {key} }}]{after}) {{ edges {{ cursor node {{ id }} }} }} }}")).GetProperty("authors").GetProperty("edges")[0];
            seen.Add(edge.GetProperty("node").GetProperty("id").GetInt32());
            after = $", after: \"{edge.GetProperty("cursor")}\"";
        }
        Assert.Equal(ordered, seen);

        var least = sums.Values.Order().Skip(2).First();
        var where = isRareOnly ? "where: { isRare: { eq: true } }, " : "";
        var comparison = string.Create(CultureInfo.InvariantCulture, $"{{ gte: {least} }}");
        var filter = column.Length == 0 ? $"count: {{ {where}gte: {least} }}" : $"sum: {{ {where}{column}: {comparison} }}";
        var found = (await library.Server.DataAsync($"{{ authors(where: {{ books: {{ {filter} }} }}) {{ nodes {{ id }} totalCount }} }}")).GetProperty("authors");
        Assert.Equal(sums.Where(sum => sum.Value >= least).Select(sum => sum.Key).Order(), found.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetInt32()).Order());
    }

    [Theory]
    [InlineData("{ authors(order: [{ books: {} }]) { totalCount nodes { id } } }", "SORT_KEY")]
    [InlineData("{ authors(order: [{ books: { count: ASC, max: { pages: ASC } } }]) { nodes { id } } }", "SORT_KEY")]
    [InlineData("{ authors(order: [{ books: { max: { pages: ASC, price: ASC } } }]) { nodes { id } } }", "SORT_KEY")]
    public async Task A_sort_key_by_children_names_one_number(string query, string code) =>
        Assert.Equal(code, (await library.Server.Client.AskAsync(query)).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());

    private static decimal Sum(Author author, string column, bool isRareOnly) => author.Books.Where(book => !book.IsWithdrawn && (!isRareOnly || book.IsRare))
        .Sum(book => column switch { "pages" => book.Pages, "price" => book.Price, _ => 1 });
}
