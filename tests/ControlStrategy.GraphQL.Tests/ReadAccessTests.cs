using ControlStrategy.GraphQL.Tests.Library;
using ControlStrategy.Testing;
using Xunit;

namespace ControlStrategy.GraphQL.Tests;

/// <summary>What may not be read cannot be had in any way, and what another caller may read does not help.</summary>
public sealed class ReadAccessTests(LibraryServer library) : IClassFixture<LibraryServer>
{
    [Theory]
    [InlineData("{ books { nodes { id price } } }")]
    [InlineData("{ books { edges { node { author { books { nodes { price } } } } } } }")]
    [InlineData("{ authors { nodes { books(where: { price: { gt: 1 } }) { totalCount } } } }")]
    [InlineData("{ books(where: { price: { gt: 1 } }) { totalCount } }")]
    [InlineData("{ books(where: { or: [{ id: { eq: 1 } }, { and: [{ price: { eq: null } }] }] }) { totalCount } }")]
    [InlineData("{ authors(where: { books: { some: { price: { gt: 1 } } } }) { totalCount } }")]
    [InlineData("{ authors(where: { books: { count: { where: { price: { gt: 1 } }, gt: 1 } } }) { totalCount } }")]
    [InlineData("{ authors(where: { books: { max: { price: { gt: 1 } } } }) { totalCount } }")]
    [InlineData("{ authors(order: [{ books: { sum: { price: ASC } } }]) { totalCount } }")]
    [InlineData("{ authors(order: [{ books: { count: ASC, where: { price: { gt: 1 } } } }]) { totalCount } }")]
    [InlineData("{ books(order: [{ price: ASC }]) { edges { cursor } } }")]
    [InlineData("{ cards(order: [{ book: { price: ASC } }]) { nodes { id } } }")]
    [InlineData("{ booksGrouped(by: [BINDING]) { nodes { sum { price } } } }")]
    [InlineData("{ booksGrouped(by: [BINDING]) { nodes { max { price } } } }")]
    [InlineData("{ booksGrouped(by: [BINDING]) { nodes { mean { pages price } } } }")]
    [InlineData("{ booksGrouped(by: [BINDING]) { nodes { percent(numerator: PAGES, denominator: PRICE) } } }")]
    [InlineData("{ booksGrouped(by: [BINDING], order: [{ sum: { price: ASC } }]) { totalCount } }")]
    [InlineData("{ booksGrouped(by: [BINDING], having: { min: { price: { gt: 1 } } }) { totalCount } }")]
    [InlineData("{ booksGrouped(by: [BINDING], having: { rate: { numerator: PRICE, denominator: COUNT, per: 10, value: { gt: 1 } } }) { totalCount } }")]
    [InlineData("{ booksGrouped(by: [BINDING], order: [{ rate: { numerator: COUNT, numeratorWhere: { price: { gt: 1 } }, denominator: COUNT, per: 10, direction: ASC } }]) { totalCount } }")]
    [InlineData("{ booksGrouped(by: [BINDING]) { nodes { count(where: { price: { gt: 1 } }) } } }")]
    [InlineData("{ pick(numbers: [1]) { rows { book { price } } } }")]
    public async Task A_column_that_may_not_be_read_can_be_had_in_no_way(string query)
    {
        await RefusedAsync(query, "Book.price", (entity, member) => entity != typeof(Book) || member != "price");
        using var export = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=" + Uri.EscapeDataString("{ books { nodes { price } } }"));
        export.Headers.Add("Accept", "text/csv");
        Deny((entity, member) => entity != typeof(Book) || member != "price");
        Assert.Contains("FORBIDDEN", await (await library.Client.SendAsync(export)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ books { nodes { author { id } } } }")]
    [InlineData("{ booksGrouped(by: [AUTHOR]) { totalCount } }")]
    [InlineData("{ booksGrouped(by: [MENTOR]) { totalCount } }")]
    [InlineData("{ booksGrouped(by: [MASTER]) { totalCount } }")]
    [InlineData("{ booksGrouped(by: [BINDING]) { nodes { countDistinct { author } } } }")]
    [InlineData("{ booksGrouped(by: [BINDING], order: [{ countDistinct: { mentor: ASC } }]) { totalCount } }")]
    [InlineData("{ books(where: { author: null }) { totalCount } }")]
    public Task A_relation_that_may_not_be_read_leads_nowhere(string query) =>
        RefusedAsync(query, "Book.author", (entity, member) => entity != typeof(Book) || member != "author");

    [Theory]
    [InlineData("{ books { totalCount } }")]
    [InlineData("{ booksGrouped(by: []) { totalCount } }")]
    [InlineData("{ authors { nodes { books { totalCount } } } }")]
    [InlineData("{ authors(where: { books: { any: true } }) { totalCount } }")]
    [InlineData("{ cards(order: [{ book: { id: ASC } }]) { totalCount } }")]
    [InlineData("{ pick(numbers: [1]) { rows { book { id } } } }")]
    public Task Rows_that_may_not_be_read_are_not_even_counted(string query) =>
        RefusedAsync(query, "Book", (entity, _) => entity != typeof(Book));

    private async Task RefusedAsync(string query, string what, Func<Type, string?, bool> canRead)
    {
        library.Options.Access = _ => ReadAccess.Everything;
        // Twice: the second time the document and its plans are known.
        for (var i = 0; i < 2; i++)
            Assert.False((await library.Client.AskAsync(query)).TryGetProperty("errors", out var errors), errors.ToString());
        Deny(canRead);
        var refused = (await library.Client.AskAsync(query)).GetProperty("errors")[0];
        Assert.Equal("FORBIDDEN", refused.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal($"'{what}' may not be read.", refused.GetProperty("message").GetString());
        library.Options.Access = _ => ReadAccess.Everything;
        Assert.False((await library.Client.AskAsync(query)).TryGetProperty("errors", out _));
    }

    private void Deny(Func<Type, string?, bool> canRead) => library.Options.Access = _ => new ReadAccess("reader", canRead);
}
