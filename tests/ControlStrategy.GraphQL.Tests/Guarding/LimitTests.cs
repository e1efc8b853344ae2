using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ControlStrategy.GraphQL.Tests.Library;
using Xunit;

namespace ControlStrategy.GraphQL.Tests.Guarding;

/// <summary>Each limit lets in what reaches it and refuses what is one over it.</summary>
public sealed class LimitTests(LibraryServer library) : IClassFixture<LibraryServer>
{
    public static TheoryData<string, int, string> Limits => new()
    {
        { "TOO_MANY_TOKENS", 2_000, "tokens" },
        { "NAME_TOO_LONG", 200, "name" },
        { "LITERAL_TOO_LONG", 4_096, "text" },
        { "LINE_TOO_LONG", 8_192, "line" },
        { "SELECTION_TOO_DEEP", 12, "depth" },
        { "TOO_MANY_FRAGMENTS", 30, "fragments" },
        { "TOO_MANY_FRAGMENTS", 100, "spreads" },
        { "FRAGMENT_CHAIN_TOO_LONG", 8, "chain" },
        { "TOO_MANY_SAME_FIELDS", 10, "same" },
        { "TOO_MANY_ALIASES", 30, "aliases" },
        { "TOO_MANY_ROOT_FIELDS", 10, "roots" },
        { "TOO_MANY_DIRECTIVES", 20, "directives" },
        { "INTROSPECTION_TOO_DEEP", 2, "lists" },
        { "INTROSPECTION_TOO_DEEP", 10, "ofType" },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public async Task A_document_at_the_limit_is_not_refused_and_one_over_it_is(string code, int limit, string kind)
    {
        Assert.NotEqual(code, await CodeAsync(Document(kind, limit)));
        Assert.Equal(code, await CodeAsync(Document(kind, limit + 1)));
    }

    [Theory]
    [InlineData("{ books { totalCount @a @a @a @a @a } }", "TOO_MANY_DIRECTIVES")]
    [InlineData("query ($v: Int @a @a @a @a @a) { books(first: $v) { totalCount } }", "TOO_MANY_DIRECTIVES")]
    [InlineData("query @a @a @a @a @a { books { totalCount } }", "TOO_MANY_DIRECTIVES")]
    [InlineData("{ books { ...f } } fragment f on BooksConnection @a @a @a @a @a { totalCount }", "TOO_MANY_DIRECTIVES")]
    [InlineData("{ books { totalCount } } fragment f on Book { ...f }", "NO_FRAGMENT_CYCLES")]
    [InlineData("{ books(after: \"x", "SYNTAX_ERROR")]
    [InlineData("{ __schema { types { a: fields { name } b: fields { name } } } }", "INTROSPECTION_TOO_DEEP")]
    public async Task Every_place_is_measured(string document, string code) => Assert.Equal(code, await CodeAsync(document));

    [Fact]
    public async Task Fields_of_fragments_count_wherever_they_are_used()
    {
        string Books(int uses, int fields) => $"{{ books {{ nodes {{ {Each(uses, "...a{0}")} }} }} }} {Each(uses, $"fragment a{{0}} on Book {{ ...f }}")} fragment f on Book {{ {Each(fields, "x{0}")} }}";
        Assert.NotEqual("TOO_MANY_FIELDS", await CodeAsync(Books(9, 55)));
        Assert.Equal("TOO_MANY_FIELDS", await CodeAsync(Books(10, 50)));
    }

    [Fact]
    public async Task Visits_of_inline_fragments_count_wherever_they_are_used()
    {
        string Authors(int leaves) => $"{{ authors {{ nodes {{ ...f mentor {{ ...f mentor {{ ...f mentor {{ ...f mentor {{ ...f }} }} }} }} }} }} }} fragment f on Author {{ {Each(leaves, "... { ... { ... { ... { x{0} } } } }")} }}";
        Assert.NotEqual("TOO_MANY_FRAGMENTS", await CodeAsync(Authors(49)));
        Assert.Equal("TOO_MANY_FRAGMENTS", await CodeAsync(Authors(50)));
    }

    [Fact]
    public async Task No_names_are_suggested_and_at_most_five_errors_are_told()
    {
        using var response = await PostAsync($"{{ book boks autors books(frist: 1, were: {{}}) {{ nods {{ titel }} {Each(20, "x{0}")} }} }}");
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.DoesNotContain("Did you mean", text, StringComparison.Ordinal);
        Assert.DoesNotContain("authors", text, StringComparison.Ordinal);
        Assert.Equal(5, JsonElement.Parse(text).GetProperty("errors").GetArrayLength());
    }

    [Fact]
    public async Task What_is_over_a_limit_is_400_for_clients_of_the_older_type_too()
    {
        using var response = await library.Client.PostAsJsonAsync("/graphql", new { query = Document("aliases", 31) });
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
    }

    private static string Document(string kind, int count) => kind switch
    {
        "name" => $"{{ {new string('a', count)} }}",
        "text" => $"{{ authors(after: {new string('\n', 5_000)}\"{new string('a', count - 2)}\") {{ totalCount }} }}\n# {new string('a', 5_000)}",
        "line" => $"{{ authors {{ totalCount }} }}\n#{new string('a', count - 1)}\n# {new string('a', 5_000)}",
        "depth" => $"{{ authors {{ nodes {{ {Repeat("mentor { ", count - 3)} id {Repeat("}", count - 3)} }} }} }}",
        "fragments" => $"{{ authors {{ nodes {{ id }} }} }} {Each(count, "fragment f{0} on Author { id }")}",
        "spreads" => $"{{ authors {{ nodes {{ {Repeat("...f ", count)} }} }} }} fragment g on Author {{ id }}",
        "chain" => $"{{ authors {{ nodes {{ ...f1 }} }} }} {Each(count - 1, "fragment f{0} on Author { ...f{1} }")} fragment f{count} on Author {{ id }}",
        "same" => $"{{ authors {{ nodes {{ {Repeat("id ", count - 1)} ... {{ id }} }} }} }}",
        "aliases" => $"{{ authors {{ nodes {{ {Each(count, "a{0}: id")} }} }} }}",
        "roots" => $"{{ {Each(count, "a{0}: authors { totalCount }")} }}",
        "directives" => $"{{ authors {{ nodes {{ {Each(count, "x{0} @skip(if: false)")} }} }} }}",
        "lists" => $"{{ __schema {{ types {{ {Repeat("fields { type { ", count)} name {Repeat("} }", count)} }} }} }}",
        "ofType" => $"{{ __schema {{ types {{ {Repeat("ofType { ", count)} name {Repeat("}", count)} }} }} }}",
        "tokens" => $"{{ books(where: {{ id: {{ in: [{Repeat("1\n", count - 20)}] }} }}) {{ totalCount }} }}",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    /// <summary>A text for each number from 1, with that number and the next one.</summary>
    private static string Each(int times, string text) => string.Join(' ', Enumerable.Range(1, times).Select(i => text
        .Replace("{0}", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{1}", (i + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));

    private async Task<string?> CodeAsync(string document)
    {
        using var response = await PostAsync(document);
        var answer = JsonElement.Parse(await response.Content.ReadAsStringAsync());
        return answer.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("extensions").GetProperty("code").GetString() : null;
    }

    private async Task<HttpResponseMessage> PostAsync(string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query }) };
        request.Headers.Add("Accept", "application/graphql-response+json");
        return await library.Client.SendAsync(request);
    }
}
