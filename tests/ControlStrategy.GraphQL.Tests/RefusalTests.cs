using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ControlStrategy.GraphQL.Tests.Library;
using Xunit;

namespace ControlStrategy.GraphQL.Tests;

public sealed class RefusalTests(LibraryServer library) : IClassFixture<LibraryServer>
{
    private const string ResponseType = "application/graphql-response+json";

    [Theory]
    [InlineData("{ books(first: -1) { totalCount } }", "PAGE_SIZE", "'first' is -1; it must be 0 to 1000")]
    [InlineData("{ books(first: 5000) { totalCount } }", "PAGE_SIZE", "'first' is 5000")]
    [InlineData("{ authors { nodes { books(last: 1001) { totalCount } } } }", "PAGE_SIZE", "'last' is 1001")]
    [InlineData("{ authors(first: 100) { nodes { books(first: 1000) { nodes { author { books(first: 1000) { nodes { id } } } } } } } }", "TOO_MANY_CELLS", "MaximumCells")]
    [InlineData("{ a: books(first: 1000) { nodes { genres { books { id } } } } b: books { totalCount } }", "TOO_MANY_CELLS", "MaximumCells")]
    [InlineData("{ books(first: 1, last: 1) { totalCount } }", "PAGE_ARGUMENTS", "'first' and 'last'")]
    [InlineData("{ books(after: \"abc\") { totalCount } }", "INVALID_CURSOR", "'after'")]
    [InlineData("{ books(after: \"?\") { totalCount } }", "INVALID_CURSOR", "'after'")]
    [InlineData("{ books(order: [{ title: ASC, pages: ASC }]) { totalCount } }", "SORT_KEY", "exactly one member")]
    [InlineData("{ books(order: [{ title: ASC }, { pages: ASC }, { price: ASC }, { id: ASC }, { binding: ASC }]) { totalCount } }", "TOO_MANY_SORT_KEYS", "MaximumSortKeys")]
    public async Task What_is_illegal_is_refused_before_anything_runs(string query, string code, string message)
    {
        using var response = await PostAsync(query, null);
        var error = await ErrorOfAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal(code, error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Contains(message, error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    /// <summary>A plain list counts as its mapping says; records count once, unless there are lists of entities below them.</summary>
    [Theory]
    [InlineData("{ shelves(first: 1000) { nodes { books { id title pages price isRare } } } }", null)]
    [InlineData("{ shelves(first: 1000) { nodes { books { id title pages price isRare binding } } } }", "120000")]
    [InlineData("{ genres(first: 1000) { nodes { books { id } } } }", null)]
    [InlineData("{ genres(first: 1000) { nodes { books { id title } } } }", "200000")]
    [InlineData("{ pick(numbers: [1]) { rows { number book { author { books(first: 999) { nodes { id } } } } } } }", null)]
    [InlineData("{ pick(numbers: [1]) { rows { number book { author { books(first: 1000) { nodes { id } } } } } } }", "100100")]
    public async Task Values_of_lists_without_pages_are_counted(string query, string? cells)
    {
        using var response = await PostAsync(query, null);
        if (cells is null)
        {
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            return;
        }
        var error = await ErrorOfAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal("TOO_MANY_CELLS", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Contains($"{cells} values", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    /// <summary>A document that is known is measured with each request's values.</summary>
    [Fact]
    public async Task Values_are_counted_anew_for_known_documents()
    {
        const string query = "query ($n: Int) { authors(first: $n) { nodes { books(first: 200) { nodes { id } } } } }";
        await library.DataAsync(query, new { n = 5 });
        await library.DataAsync(query, new { n = 500 });
        using var response = await PostAsync(query, new { n = 501 });
        Assert.Equal("TOO_MANY_CELLS", (await ErrorOfAsync(response, HttpStatusCode.BadRequest)).GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task Illegal_values_of_variables_are_refused_alike()
    {
        using var response = await PostAsync("query ($first: Int) { books(first: $first) { totalCount } }", new { first = -1 });
        await ErrorOfAsync(response, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_thousand_values_are_too_many()
    {
        using var response = await PostAsync("query ($ids: [Int]) { books(where: { id: { in: $ids } }) { totalCount } }", new { ids = Enumerable.Range(0, 1000) });
        var error = await ErrorOfAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal("TOO_MANY_IN_VALUES", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Contains("500", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    /// <summary>A variable may be named many times, and what asks nothing is read all the same.</summary>
    [Theory]
    [InlineData("query ($a: BookFilterInput!) { books(where: { and: [#] }) { totalCount } }", """{ "and": [#] }""", """{ "author": { "and": [] } }""")]
    [InlineData("query ($a: BookFilterInput!) { books(where: { or: [#] }) { totalCount } }", """{ "or": [#] }""", """{ "title": {} }""")]
    [InlineData("query ($a: BookGroupHavingInput!) { booksGrouped(by: [BINDING], having: { or: [#] }) { totalCount } }", """{ "or": [#] }""", "{}")]
    [InlineData("query ($a: BookGroupHavingInput!) { booksGrouped(by: [BINDING], having: { and: [#] }) { totalCount } }", """{ "and": [#] }""", """{ "sum": {} }""")]
    public async Task What_asks_nothing_counts_too(string query, string variable, string part)
    {
        var document = query.Replace("#", string.Join(' ', Enumerable.Repeat("$a", 60)), StringComparison.Ordinal);
        var value = JsonElement.Parse(variable.Replace("#", string.Join(',', Enumerable.Repeat(part, 90)), StringComparison.Ordinal));
        using var response = await PostAsync(document, new { a = value });
        var error = await ErrorOfAsync(response, HttpStatusCode.BadRequest);
        Assert.Equal("TOO_MANY_PREDICATES", error.GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_filter_may_not_nest_or_grow_without_end()
    {
        var deep = string.Concat(Enumerable.Repeat("and: [{ ", 7)) + "id: { eq: 1 }" + string.Concat(Enumerable.Repeat(" }]", 7));
        using var tooDeep = await PostAsync($"{{ books(where: {{ {deep} }}) {{ totalCount }} }}", null);
        Assert.Equal("FILTER_TOO_DEEP", (await ErrorOfAsync(tooDeep, HttpStatusCode.BadRequest)).GetProperty("extensions").GetProperty("code").GetString());
        var wide = string.Join(", ", Enumerable.Repeat("{ id: { eq: 1 } }", 101));
        using var tooWide = await PostAsync($"{{ books(where: {{ or: [{wide}] }}) {{ totalCount }} }}", null);
        Assert.Equal("TOO_MANY_PREDICATES", (await ErrorOfAsync(tooWide, HttpStatusCode.BadRequest)).GetProperty("extensions").GetProperty("code").GetString());
        using var tooLong = await PostAsync("query ($t: String) { books(where: { title: { eq: $t } }) { totalCount } }", new { t = new string('x', 201) });
        Assert.Equal("FILTER_TEXT_TOO_LONG", (await ErrorOfAsync(tooLong, HttpStatusCode.BadRequest)).GetProperty("extensions").GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("{ books(first: 1, order: [{ title: ASC }]) { edges { cursor } } }", "{ books(first: 1, after: $c) { totalCount } }")]
    [InlineData("{ books(first: 1) { edges { cursor } } }", "{ books(first: 1, after: $c, where: { pages: { gt: 1 } }) { totalCount } }")]
    [InlineData("{ books(first: 1, where: { pages: { gt: 2 } }) { edges { cursor } } }", "{ books(first: 1, after: $c, where: { pages: { gt: 1 } }) { totalCount } }")]
    [InlineData("{ books(first: 1) { edges { cursor } } }", "{ authors(first: 1, after: $c) { totalCount } }")]
    public async Task A_cursor_of_another_query_is_refused(string source, string use)
    {
        var cursor = (await library.DataAsync(source)).GetProperty("books").GetProperty("edges")[0].GetProperty("cursor").GetString();
        using var response = await PostAsync($"query ($c: String) {use}", new { c = cursor });
        Assert.Equal("INVALID_CURSOR", (await ErrorOfAsync(response, HttpStatusCode.BadRequest)).GetProperty("extensions").GetProperty("code").GetString());
    }

    [Theory]
    [InlineData(31, 1, "TOO_MANY_FRAGMENTS")]
    [InlineData(7, 2, "TOO_MANY_SAME_FIELDS")]
    [InlineData(14, 1, "FRAGMENT_CHAIN_TOO_LONG")]
    public async Task Fragments_inside_fragments_are_measured_before_they_cost(int levels, int uses, string code)
    {
        var inner = code == "FRAGMENT_CHAIN_TOO_LONG" ? "mentor {{ {0} }}" : "{0}";
        var fragments = Enumerable.Range(0, levels).Select(i =>
            $"fragment f{i} on Author {{ id {string.Format(System.Globalization.CultureInfo.InvariantCulture, inner, string.Concat(Enumerable.Repeat($" ...f{i + 1}", uses)))} }}");
        var query = $"{{ authors {{ nodes {{ ...f0 }} }} }} {string.Join(' ', fragments)} fragment f{levels} on Author {{ id }}";
        using var response = await PostAsync(query, null);
        Assert.Equal(code, (await ErrorOfAsync(response, HttpStatusCode.BadRequest)).GetProperty("extensions").GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("addedAt: { gt: \"01/02/2021 10:00\" }")]
    [InlineData("addedAt: { gt: \"2021-02-01T10:00:00\" }")]
    [InlineData("publishedOn: { gt: \"2021-02-30\" }")]
    public async Task Days_and_moments_have_one_spelling(string where)
    {
        using var response = await PostAsync($"{{ books(where: {{ {where} }}) {{ totalCount }} }}", null);
        await ErrorOfAsync(response, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_number_with_more_decimals_than_are_kept_is_refused_not_rounded()
    {
        using var response = await PostAsync("{ books(where: { price: { lt: 9.99001 } }) { totalCount } }", null);
        Assert.Equal("TOO_MANY_DECIMALS", (await ErrorOfAsync(response, HttpStatusCode.BadRequest)).GetProperty("extensions").GetProperty("code").GetString());
        var data = await library.DataAsync("{ books(where: { price: { lt: 10.00000 } }) { totalCount } }");
        Assert.True(data.GetProperty("books").GetProperty("totalCount").GetInt32() > 0);
    }

    [Fact]
    public async Task A_moment_finer_than_is_kept_is_refused_not_rounded()
    {
        using var response = await PostAsync("{ books(where: { addedAt: { lt: \"2020-01-01T00:00:00.0000001Z\" } }) { totalCount } }", null);
        Assert.Equal("TOO_MANY_DECIMALS", (await ErrorOfAsync(response, HttpStatusCode.BadRequest)).GetProperty("extensions").GetProperty("code").GetString());
        var data = await library.DataAsync("{ books(where: { addedAt: { lte: \"2020-01-01T00:00:00.0000000Z\" } }) { totalCount } }");
        Assert.Equal(1, data.GetProperty("books").GetProperty("totalCount").GetInt32());
    }

    [Fact]
    public async Task A_number_beyond_a_float_is_refused()
    {
        using var content = new StringContent("""{"query":"query ($v: Float) { cards(where: { weight: { lt: $v } }) { totalCount } }","variables":{"v":1e400}}""", Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content };
        request.Headers.Add("Accept", ResponseType);
        using var response = await library.Client.SendAsync(request);
        Assert.Equal("INVALID_VALUE", (await ErrorOfAsync(response, HttpStatusCode.BadRequest)).GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task An_entity_that_must_exist_and_does_not_is_an_error_not_a_null()
    {
        var answer = await library.AskAsync("{ pick(numbers: [1, 999]) { rows { book { id } } } books(first: 1) { nodes { id } } }");
        Assert.Equal("{\"pick\":null,\"books\":{\"nodes\":[{\"id\":1}]}}", answer.GetProperty("data").GetRawText());
        var error = Assert.Single(answer.GetProperty("errors").EnumerateArray());
        Assert.Equal("INTERNAL", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal("pick", error.GetProperty("path")[0].GetString());
    }

    [Fact]
    public async Task A_document_that_nests_too_deep_to_parse_is_refused()
    {
        var query = "{ authors { nodes { " + string.Concat(Enumerable.Repeat("mentor { ", 200)) + "id" + new string('}', 203);
        using var response = await PostAsync(query, null);
        Assert.Equal("DOCUMENT_TOO_DEEP", (await ErrorOfAsync(response, HttpStatusCode.BadRequest)).GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task An_answer_over_its_bytes_is_refused()
    {
        const string query = "query ($numbers: [Int!]!) { pick(numbers: $numbers) { rows { book { author { books(first: 12) { nodes { title subtitle pages price publishedOn } } } } } } }";
        using var response = await PostAsync(query, new { numbers = Enumerable.Repeat(1, 30_000) });
        var answer = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());
        Assert.Equal("ANSWER_TOO_LARGE", answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task An_unknown_field_in_a_filter_is_named()
    {
        using var response = await PostAsync("{ books(where: { colour: { eq: \"red\" } }) { totalCount } }", null);
        Assert.Contains("colour", (await ErrorOfAsync(response, HttpStatusCode.BadRequest)).GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_of_a_hand_written_field_keeps_the_other_fields()
    {
        var answer = await library.AskAsync("{ pick(numbers: [0]) { rows { number } } books(first: 1) { nodes { id } } }");
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("data").GetProperty("pick").ValueKind);
        Assert.Equal(1, answer.GetProperty("data").GetProperty("books").GetProperty("nodes")[0].GetProperty("id").GetInt32());
        var error = Assert.Single(answer.GetProperty("errors").EnumerateArray());
        Assert.Equal("""{"message":"There is no book 0.","locations":[{"line":1,"column":3}],"path":["pick"],"extensions":{"code":"NO_SUCH_BOOK"}}""", error.GetRawText());
    }

    [Theory]
    [InlineData("PUT", "application/json", "{}", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "text/plain", "{}", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("POST", "application/json", "{", HttpStatusCode.BadRequest)]
    [InlineData("POST", "application/json", "{\"query\":1}", HttpStatusCode.BadRequest)]
    [InlineData("POST", "application/json", "{\"variables\":{}}", HttpStatusCode.BadRequest)]
    [InlineData("POST", "application/json", "[]", HttpStatusCode.BadRequest)]
    public async Task What_is_not_a_request_gets_its_status(string method, string type, string body, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/graphql") { Content = new StringContent(body, Encoding.UTF8, type) };
        using var response = await library.Client.SendAsync(request);
        await ErrorOfAsync(response, status);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_answered_with_413()
    {
        using var response = await PostAsync("{ books { totalCount } } #" + new string('x', 300_000), null);
        Assert.Equal("BODY_TOO_LARGE", (await ErrorOfAsync(response, HttpStatusCode.RequestEntityTooLarge)).GetProperty("extensions").GetProperty("code").GetString());
    }

    [Fact]
    public async Task Json_clients_get_200_for_a_refused_document_and_others_400()
    {
        using var json = await library.Client.PostAsJsonAsync("/graphql", new { query = "{ nothing }" });
        await ErrorOfAsync(json, HttpStatusCode.OK);
        using var modern = await PostAsync("{ nothing }", null);
        await ErrorOfAsync(modern, HttpStatusCode.BadRequest);
        Assert.Equal(ResponseType, modern.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Get_runs_queries_too()
    {
        using var response = await library.Client.GetAsync(new Uri("/graphql?query=" + Uri.EscapeDataString("query ($n: Int) { books(first: $n) { nodes { id } } }") + "&variables=" + Uri.EscapeDataString("{\"n\":1}"), UriKind.Relative));
        Assert.Equal("{\"data\":{\"books\":{\"nodes\":[{\"id\":1}]}}}", await response.Content.ReadAsStringAsync());
    }

    private async Task<HttpResponseMessage> PostAsync(string query, object? variables)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables }) };
        request.Headers.Add("Accept", ResponseType);
        return await library.Client.SendAsync(request);
    }

    private static async Task<JsonElement> ErrorOfAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == response.StatusCode, $"{response.StatusCode}: {text}");
        var answer = JsonSerializer.Deserialize<JsonElement>(text);
        Assert.False(answer.TryGetProperty("data", out _), text);
        return answer.GetProperty("errors")[0];
    }
}
