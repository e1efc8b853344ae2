using System.Text.Json;
using ControlStrategy.GraphQL.Tests.Library;
using ControlStrategy.Testing;
using Xunit;

namespace ControlStrategy.GraphQL.Tests.Grouping;

/// <summary>A library whose cards are known one by one.</summary>
public sealed class CardLibrary : IAsyncLifetime
{
    internal LibraryServer Server { get; } = new(Fill, new EngineLimits { MaximumFilterPredicates = 6, MaximumCells = 2_000 });

    public Task InitializeAsync() => Server.InitializeAsync();

    public Task DisposeAsync() => Server.DisposeAsync();

    private static void Fill(LibraryContext context)
    {
        context.AddRange(
            Card(1, "en", "A", "one", null, 2, 10, 0.25, 100),
            Card(2, "en", "A", "two", null, 3, long.MaxValue, 0.5, 200),
            Card(3, "fr", "A", "one", 7, 5, long.MaxValue, null, 300),
            Card(4, "fr", "B", "one", null, 7, null, 4, 400.0001m),
            Card(5, "de", "B", "one", 8, 11, null, null, 500));
    }

    private static Card Card(long id, string language, string format, string place, int? plates, int leaves, long? former, double? thickness, decimal cost) => new()
    {
        Id = id,
        Barcode = "",
        Language = language,
        Format = format,
        Place = place,
        Plates = plates,
        Leaves = leaves,
        FormerSerial = former,
        Thickness = thickness,
        Cost = cost,
        Keeper = "",
    };
}

/// <summary>What grouping refuses, and what it answers at its edges.</summary>
public sealed class GroupTests(CardLibrary library) : IClassFixture<CardLibrary>
{
    [Theory]
    [InlineData("by: [LANGUAGE], where: { format: { eq: \"A\" }, plates: { eq: null } }", "sum { leaves }", "", null)]
    [InlineData("by: [PLATES]", "sum { leaves }", "The sum of 'leaves'", "format")]
    [InlineData("by: [FORMAT]", "mean { leaves }", "The mean of 'leaves'", "plates")]
    [InlineData("by: [FORMAT], where: { plates: { neq: null } }", "mean { leaves }", "", null)]
    [InlineData("by: [FORMAT]", "percent(numerator: LEAVES, denominator: COUNT)", "A percentage or rate", "plates")]
    [InlineData("by: [FORMAT, PLATES]", "sum { leaves }", "", null)]
    [InlineData("by: [FORMAT, PLATES], totals: GRAND", "sum { leaves }", "The sum", "format")]
    [InlineData("by: [LANGUAGE]", "sum(where: { language: { eq: \"en\" } }) { leaves }", "", null)]
    [InlineData("by: [LANGUAGE]", "sum(where: { language: { neq: \"en\" } }) { leaves }", "The sum", "format")]
    [InlineData("by: []", "count min { cost } countDistinct { format }", "The smallest 'cost'", "format")]
    [InlineData("by: []", "count countDistinct { format }", "", null)]
    public async Task What_must_not_be_mixed_is_refused_where_it_is(string arguments, string selection, string what, string? mixed)
    {
        var answer = await library.Server.Client.AskAsync($"{{ cardsGrouped({arguments}) {{ nodes {{ {selection} }} }} }}");
        if (mixed is null)
        {
            Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
            return;
        }
        var error = Error(answer);
        Assert.Equal("MIXED_VALUES", error.Code);
        Assert.StartsWith(what, error.Message, StringComparison.Ordinal);
        Assert.Contains($"more than one {mixed} ", error.Message, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("data").GetProperty("cardsGrouped").ValueKind);
    }

    /// <summary>An order or a condition by a sum that mixes is as wrong as the sum; so is one on another page.</summary>
    [Theory]
    [InlineData("by: [LANGUAGE], order: [{ sum: { leaves: DESC } }]")]
    [InlineData("by: [LANGUAGE], having: { mean: { leaves: { gt: 1 } } }")]
    [InlineData("by: [LANGUAGE], having: { percent: { numerator: LEAVES, denominator: LEAVES, value: { gt: 1 } } }")]
    [InlineData("by: [LANGUAGE], having: { rate: { numerator: LEAVES, denominator: COUNT, per: 1000, value: { gt: 1 } } }")]
    [InlineData("by: [LANGUAGE], order: [{ rate: { numerator: LEAVES, denominator: COUNT, per: 1000, direction: ASC } }]")]
    [InlineData("by: [LANGUAGE], order: [{ sum: { leaves: DESC } }], first: 0")]
    public async Task A_mixed_sum_is_refused_wherever_it_is_used(string arguments) =>
        Assert.Equal("MIXED_VALUES", Error(await library.Server.Client.AskAsync($"{{ cardsGrouped({arguments}) {{ nodes {{ count }} }} }}")).Code);

    [Fact]
    public async Task What_does_not_add_up_is_refused_unless_it_stands_alone()
    {
        var error = Error(await library.Server.Client.AskAsync("{ cardsGrouped(by: [LANGUAGE], where: { language: { eq: \"en\" } }) { nodes { sum { cost } } } }"));
        Assert.Equal("NOT_ADDITIVE", error.Code);
        Assert.EndsWith("Take the smallest instead.", error.Message, StringComparison.Ordinal);
        var alone = await NodesAsync("by: [], where: { id: { eq: 2 } }", "sum { cost }");
        Assert.Equal("""[{"sum":{"cost":200}}]""", alone);
        Assert.Equal("""[{"sum":{"cost":400.0001}}]""", await NodesAsync("by: [], where: { id: { eq: 4 } }", "sum { cost }"));
    }

    [Theory]
    [InlineData("cardsGrouped(by: [LANGUAGE, LANGUAGE])", "GROUP_KEY")]
    [InlineData("cardsGrouped(by: [LANGUAGE], order: [{ keys: { format: ASC } }])", "GROUP_KEY")]
    [InlineData("cardsGrouped(by: [LANGUAGE], order: [{}])", "SORT_KEY")]
    [InlineData("cardsGrouped(by: [LANGUAGE], order: [{ count: ASC, keys: { language: ASC } }])", "SORT_KEY")]
    [InlineData("cardsGrouped(by: [LANGUAGE], order: [{ where: {}, keys: { language: ASC } }])", "SORT_KEY")]
    [InlineData("cardsGrouped(by: [LANGUAGE], order: [{ sum: { leaves: ASC, cost: ASC } }])", "SORT_KEY")]
    [InlineData("cardsGrouped(by: [LANGUAGE], order: [{ count: ASC }, { count: ASC }, { count: ASC }, { count: ASC }, { count: ASC }])", "TOO_MANY_SORT_KEYS")]
    [InlineData("cardsGrouped(by: [LANGUAGE], first: 1001)", "PAGE_SIZE")]
    [InlineData("cardsGrouped(by: [LANGUAGE], first: 1000)", "TOO_MANY_CELLS")]
    [InlineData("cardsGrouped(by: [LANGUAGE], after: \"AAAA\")", "INVALID_CURSOR")]
    [InlineData("booksGrouped(by: [AUTHOR, SHELF, BINDING, DECADE, IS_RARE])", "TOO_MANY_DIMENSIONS")]
    [InlineData("cardsGrouped(by: [LANGUAGE], where: { leaves: { gt: 1, lt: 2 } }, having: { count: { gt: 1, lt: 2 }, where: { leaves: { gt: 1, lt: 2, neq: 5 } } })", "TOO_MANY_PREDICATES")]
    public async Task What_is_asked_wrongly_is_refused_before_anything_runs(string field, string code)
    {
        var answer = await library.Server.Client.AskAsync($"{{ {field} {{ nodes {{ level count min {{ __typename }} }} }} }}");
        Assert.Equal(code, Error(answer).Code);
        Assert.False(answer.TryGetProperty("data", out _));
    }

    [Fact]
    public async Task Filters_of_all_numbers_count_together()
    {
        var filters = Enumerable.Range(0, 7).Select(i => $"c{i}: count(where: {{ leaves: {{ eq: {i} }} }})");
        Assert.Equal("TOO_MANY_PREDICATES", Error(await library.Server.Client.AskAsync($"{{ cardsGrouped(by: []) {{ nodes {{ {string.Join(' ', filters)} }} }} }}")).Code);
    }

    [Theory]
    [InlineData("", "rate(numerator: COUNT, denominator: COUNT, per: 0)")]
    [InlineData(", having: { rate: { numerator: COUNT, denominator: COUNT, per: 0, value: { gt: 1 } } }", "count")]
    [InlineData(", order: [{ rate: { numerator: COUNT, denominator: COUNT, per: -1, direction: ASC } }]", "count")]
    public async Task A_rate_is_stated_for_something(string arguments, string field) =>
        Assert.Equal("INVALID_VALUE", Error(await library.Server.Client.AskAsync($"{{ cardsGrouped(by: []{arguments}) {{ nodes {{ {field} }} }} }}")).Code);

    /// <summary>What a rate is stated for is a value, as what it is compared with is: both travel as parameters.</summary>
    [Fact]
    public async Task Groups_are_filtered_and_ordered_by_rates()
    {
        const string query = "query ($p: Float!, $least: Float) { cardsGrouped(by: [LANGUAGE], having: { rate: { numerator: COUNT, numeratorWhere: { format: { eq: \"A\" } }, denominator: COUNT, per: $p, value: { gte: $least } } }, order: [{ rate: { numerator: COUNT, numeratorWhere: { format: { eq: \"A\" } }, denominator: COUNT, per: $p, direction: DESC } }]) { nodes { keys { language } } } }";
        async Task<string> AnswerAsync(double per, double least) => string.Join(' ', (await library.Server.DataAsync(query, new { p = per, least })).GetProperty("cardsGrouped").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("keys").GetProperty("language").GetString()));
        Assert.Equal("en fr", await AnswerAsync(10, 5));
        var plans = library.Server.Engine.PlanCount;
        Assert.Equal("en", await AnswerAsync(10, 5.5));
        Assert.Equal("en fr de", await AnswerAsync(0.5, 0));
        Assert.Equal(plans, library.Server.Engine.PlanCount);
    }

    [Fact]
    public async Task A_sum_beyond_64_bits_is_refused() =>
        Assert.Equal("SUM_TOO_LARGE", Error(await library.Server.Client.AskAsync("{ cardsGrouped(by: [FORMAT], where: { id: { in: [1, 2] } }) { nodes { sum { formerSerial } } } }")).Code);

    [Fact]
    public async Task Nothing_is_one_total_of_nothing()
    {
        const string nothing = """{"level":"GRAND_TOTAL","groupedBy":[],"keys":{"language":null},"count":0,"sum":{"leaves":null},"mean":{"thickness":null},"min":{"cost":null},"percent":null}""";
        const string selection = "level groupedBy keys { language } count sum { leaves } mean { thickness } min { cost } percent(numerator: COUNT, denominator: COUNT)";
        Assert.Equal($"[{nothing}]", await NodesAsync("by: [], where: { id: { eq: 77 } }", selection));
        Assert.Equal($"[{nothing}]", await NodesAsync("by: [LANGUAGE], totals: ALL, where: { id: { eq: 77 } }", selection));
        Assert.Equal("[]", await NodesAsync("by: [LANGUAGE], totals: SUBTOTALS, where: { id: { eq: 77 } }", selection));
    }

    [Fact]
    public async Task A_ratio_is_over_the_rows_that_have_both() =>
        Assert.Equal("""[{"rate":0.125,"share":50}]""", await NodesAsync(
            "by: [], where: { format: { eq: \"A\" }, plates: { eq: null } }",
            "rate(numerator: THICKNESS, denominator: LEAVES, per: 1, where: { id: { eq: 1 } }) share: percent(numerator: COUNT, numeratorWhere: { id: { eq: 1 } }, denominator: COUNT)"));

    [Fact]
    public async Task The_number_of_groups_comes_with_any_page_in_the_same_statement()
    {
        var (json, statements) = await library.Server.TraceAsync("{ cardsGrouped(by: [LANGUAGE], first: 0) { totalCount nodes { count } pageInfo { hasNextPage endCursor } } }");
        Assert.Contains("""{"totalCount":3,"nodes":[],"pageInfo":{"hasNextPage":true,"endCursor":null}}""", json, StringComparison.Ordinal);
        Assert.Single(statements);
    }

    [Fact]
    public async Task Other_values_are_served_by_the_same_plan()
    {
        const string query = "query ($l: String, $n: Int, $p: Float!) { cardsGrouped(by: [FORMAT], where: { language: { neq: $l } }, having: { count: { gt: $n } }) { nodes { rate(numerator: COUNT, denominator: COUNT, per: $p) c: count(where: { language: { eq: $l } }) } } }";
        Assert.Equal("""{"cardsGrouped":{"nodes":[{"rate":3,"c":0},{"rate":3,"c":0}]}}""", (await library.Server.DataAsync(query, new { l = "x", n = 1, p = 3 })).GetRawText());
        var plans = library.Server.Engine.PlanCount;
        Assert.Equal("""{"cardsGrouped":{"nodes":[{"rate":0.5,"c":0}]}}""", (await library.Server.DataAsync(query, new { l = "de", n = 2, p = 0.5 })).GetRawText());
        Assert.Equal(plans, library.Server.Engine.PlanCount);
    }

    [Fact]
    public async Task Groups_are_a_file_as_any_list_is()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=" + Uri.EscapeDataString("{ cardsGrouped(by: [LANGUAGE], totals: GRAND) { nodes { keys { language } count } } }"));
        request.Headers.Add("Accept", "text/csv");
        using var response = await library.Server.Client.SendAsync(request);
        Assert.Equal("keys.language,count\r\nde,1\r\nen,2\r\nfr,2\r\n,5\r\n", await response.Content.ReadAsStringAsync());
    }

    private async Task<string> NodesAsync(string arguments, string selection) =>
        (await library.Server.DataAsync($"{{ cardsGrouped({arguments}) {{ nodes {{ {selection} }} }} }}")).GetProperty("cardsGrouped").GetProperty("nodes").GetRawText();

    private static (string Code, string Message) Error(JsonElement answer)
    {
        var error = answer.GetProperty("errors")[0];
        return (error.GetProperty("extensions").GetProperty("code").GetString()!, error.GetProperty("message").GetString()!);
    }
}
