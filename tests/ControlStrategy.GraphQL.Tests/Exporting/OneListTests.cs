using System.Net;
using System.Text.Json;
using ControlStrategy.GraphQL.Tests.Library;
using ControlStrategy.Testing;
using Xunit;

namespace ControlStrategy.GraphQL.Tests.Exporting;

/// <summary>Which list of an operation becomes the file.</summary>
public sealed class OneListTests(LibraryServer library) : IClassFixture<LibraryServer>
{
    [Theory]
    [InlineData("{ pick(numbers: [3, 1]) { rows { number book { title } } } }", "{\"number\":3,\"book\":{\"title\":\"Book 0.02\"}}\n{\"number\":1,\"book\":{\"title\":\"Book 0.00\"}}\n")]
    [InlineData("{ p: pick(numbers: []) { __typename all: rows { number } } }", "")]
    [InlineData("{ author(code: \"author-1\") { name books(first: 2) { nodes { title } totalCount } } }", "{\"title\":\"Book 1.00\"}\n{\"title\":\"Book 1.01\"}\n")]
    [InlineData("{ author(code: \"author-1\") { mentor { books(first: 1, order: [{ id: DESC }]) { edges { node { title } } } } } }", "{\"title\":\"Book 0.10\"}\n")]
    [InlineData("{ author(code: \"author-1\") { nameLength { of { pupils(first: 1) { nodes { code } } } } } }", null)]
    [InlineData("{ __typename authors(first: 1) { n: nodes { code books(first: 1) { nodes { title genres { name } } } } } }", "{\"code\":\"author-0\",\"books\":{\"nodes\":[{\"title\":\"Book 0.00\",\"genres\":[]}]}}\n")]
    [InlineData("{ authors { nodes { code } } ...q } fragment q on Query { authors { nodes { name } } }", null)]
    public async Task Json_lines_are_the_rows_of_the_one_list(string query, string? lines)
    {
        var file = await library.Client.FileAsync(FileRequest.JsonLines, query);
        if (lines is not null) Assert.Equal(lines, file);
        Assert.All(file.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(line).RootElement.ValueKind));
    }

    [Theory]
    [InlineData(FileRequest.Csv, "{ authors { nodes { code } } books { nodes { id } } }", "EXPORT_ONE_LIST", "'authors', 'books'")]
    [InlineData(FileRequest.Csv, "{ books { nodes { id } more: nodes { title } } }", "EXPORT_ONE_LIST", "'nodes', 'more'")]
    [InlineData(FileRequest.Csv, "{ books { nodes { id } edges { node { id } } } }", "EXPORT_ONE_LIST", "'edges.node'")]
    [InlineData(FileRequest.Csv, "{ books { totalCount } }", "EXPORT_ONE_LIST", "none")]
    [InlineData(FileRequest.Csv, "{ author(code: \"author-1\") { name } }", "EXPORT_ONE_LIST", "none")]
    [InlineData(FileRequest.Csv, "{ author(code: \"author-1\") { books { nodes { id } } pupils { nodes { id } } } }", "EXPORT_ONE_LIST", "'books.nodes', 'pupils.nodes'")]
    [InlineData(FileRequest.Csv, "{ __schema { types { name } } }", "EXPORT_ONE_LIST", "none")]
    [InlineData(FileRequest.Csv, "{ books { nodes { id @skip(if: true) } } }", "EXPORT_ONE_LIST", "no columns")]
    [InlineData(FileRequest.Csv, "{ books { nodes { id genres { name } } } }", "EXPORT_NESTED_LIST", "'genres'")]
    [InlineData(FileRequest.Csv, "{ books { nodes { author { books { nodes { id } } } } } }", "EXPORT_NESTED_LIST", "'author.books.nodes'")]
    [InlineData(FileRequest.Csv, "{ author(code: \"nobody\") { books { nodes { id } } } }", "EXPORT_NOTHING", "'author'")]
    [InlineData(FileRequest.JsonLines, "{ author(code: \"author-0\") { mentor { books { nodes { id } } } } }", "EXPORT_NOTHING", "'author'")]
    [InlineData(FileRequest.Csv, "{ books(last: 3) { nodes { id } } }", "PAGE_ARGUMENTS", "'last'")]
    [InlineData(FileRequest.Csv, "{ books(before: \"x\") { nodes { id } } }", "PAGE_ARGUMENTS", "'before'")]
    [InlineData(FileRequest.Csv, "{ books(first: -1) { nodes { id } } }", "PAGE_SIZE", "-1")]
    [InlineData(FileRequest.Csv, "{ books(after: \"x\") { nodes { id } } }", "INVALID_CURSOR", "'after'")]
    [InlineData(FileRequest.JsonLines, "{ books { nodes { genres { books { genres { books { id } } } } } } }", "TOO_MANY_CELLS", "MaximumCells")]
    [InlineData(FileRequest.Csv, "{ pick(numbers: [0]) { rows { number } } }", "NO_SUCH_BOOK", "book 0")]
    [InlineData(FileRequest.Csv, "{ nothing }", "FIELDS_ON_CORRECT_TYPE", "nothing")]
    [InlineData(FileRequest.Csv, "{ books {", "SYNTAX_ERROR", "")]
    [InlineData(FileRequest.JsonLines, "mutation { books { nodes { id } } }", "QUERIES_ONLY", "query")]
    public async Task What_is_no_one_list_is_refused_as_graphql_refuses(string accept, string query, string code, string message)
    {
        using var response = await library.Client.RequestFileAsync(accept, query);
        Assert.Equal((HttpStatusCode.BadRequest, "application/graphql-response+json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        var answer = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());
        Assert.False(answer.TryGetProperty("data", out _));
        var error = answer.GetProperty("errors")[0];
        Assert.Equal(code, error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Contains(message, error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }
}
