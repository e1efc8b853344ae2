using System.Text.Json;
using System.Text.RegularExpressions;
using ControlStrategy.Testing;
using Xunit;

namespace ControlStrategy.Api.Tests;

public sealed partial class SchemaTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Everything = """
        { __schema { types { name kind description
            fields(includeDeprecated: true) { name description args { name description } }
            inputFields { name description }
            enumValues(includeDeprecated: true) { name description } } } }
        """;

    [Fact]
    public async Task The_schema_file_is_what_the_server_serves()
    {
        var served = await app.Client.GetStringAsync(new Uri("/graphql/schema.graphql", UriKind.Relative));
        Assert.Equal(Checkout.Read("schema", "schema.graphql"), served);
    }

    [Fact]
    public async Task Every_element_has_a_description()
    {
        var data = await app.DataAsync(Everything);
        var types = data.GetProperty("__schema").GetProperty("types").EnumerateArray().Where(type => !IsBuiltIn(type.GetProperty("name").GetString()!)).ToList();
        Assert.True(types.Count > 100);
        Assert.Empty(types.SelectMany(Undescribed));
    }

    [Fact]
    public async Task Descriptions_are_sentences_without_leftovers_of_code()
    {
        var served = await app.Client.GetStringAsync(new Uri("/graphql/schema.graphql", UriKind.Relative));
        Assert.DoesNotMatch(Leftover(), served);
    }

    [Fact]
    public void Every_error_code_is_listed_in_the_schemas_guide()
    {
        var guide = Checkout.Read("schema", "README.md");
        var codes = Directory.EnumerateFiles(Path.Combine(Checkout.Folder, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains(Path.DirectorySeparatorChar + "obj" + Path.DirectorySeparatorChar, StringComparison.Ordinal)
                && (file.Contains("ControlStrategy.GraphQL", StringComparison.Ordinal) || file.Contains("ControlStrategy.Api", StringComparison.Ordinal)))
            .SelectMany(file => Code().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            // OpenTelemetry's settings are written like codes.
            .Where(code => !code.StartsWith("OTEL_", StringComparison.Ordinal))
            .Distinct().ToList();
        Assert.Contains("PAGE_SIZE", codes);
        Assert.Contains("UNKNOWN_MEASURE", codes);
        Assert.All(codes, code => Assert.Contains($"`{code}`", guide, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{ outcomes(first: $n) { totalCount } }")]
    [InlineData("query ($n: Int!) { outcomes(first: $n) { totalCount } }")]
    [InlineData("{ nothing }")]
    [InlineData("{")]
    [InlineData("fragment f on Outcome { id }")]
    [InlineData("{ outcomes(first: \"one\") { totalCount } }")]
    [InlineData("{ outcomes }")]
    public async Task What_clients_get_wrong_has_a_code_of_the_guide_or_of_the_specification(string query)
    {
        var code = (await app.AskAsync(query)).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()!;
        var rules = typeof(global::GraphQL.Validation.DocumentValidator).Assembly.GetTypes().Where(type => type.Namespace == "GraphQL.Validation.Rules").Select(type => type.Name);
        Assert.True(Checkout.Read("schema", "README.md").Contains($"`{code}`", StringComparison.Ordinal)
            || rules.Contains(code.Replace("_", "", StringComparison.Ordinal), StringComparer.OrdinalIgnoreCase), code);
    }

    [Theory]
    [InlineData("outcomes(first: Int, after: String, last: Int, before: String, where: OutcomeFilterInput, order: [OutcomeSortInput!]): OutcomesConnection")]
    [InlineData("outcome(code: String!): Outcome")]
    [InlineData("area(code: String!): Area")]
    [InlineData("measure(code: String!): Measure")]
    [InlineData("scorecard(period: String!, area: String, areas: [String!], level: AreaLevel, measures: [String!], outcome: String, compareWith: String, asAt: DateTime): Scorecard")]
    [InlineData("type OutcomesConnection { pageInfo: PageInfo! edges: [OutcomesEdge!] nodes: [Outcome!] totalCount: Int! }")]
    [InlineData("type OutcomesEdge { cursor: String! node: Outcome! }")]
    [InlineData("type PageInfo { hasNextPage: Boolean! hasPreviousPage: Boolean! startCursor: String endCursor: String forwardCursors: [PageCursor!]! backwardCursors: [PageCursor!]! }")]
    [InlineData("input OutcomeSortInput { id: SortEnumType code: SortEnumType title: SortEnumType strategy: StrategySortInput parent: OutcomeSortInput children: OutcomeListSortInput measures: MeasureListSortInput initiatives: InitiativeListSortInput priorities: PriorityListSortInput }")]
    [InlineData("input StringOperationFilterInput { and: [StringOperationFilterInput!] or: [StringOperationFilterInput!] eq: String neq: String in: [String] nin: [String] contains: String ncontains: String startsWith: String nstartsWith: String endsWith: String nendsWith: String eqIgnoreCase: String neqIgnoreCase: String inIgnoreCase: [String] ninIgnoreCase: [String] containsIgnoreCase: String ncontainsIgnoreCase: String startsWithIgnoreCase: String nstartsWithIgnoreCase: String endsWithIgnoreCase: String nendsWithIgnoreCase: String }")]
    [InlineData("input LocalDateOperationFilterInput { eq: LocalDate neq: LocalDate in: [LocalDate] nin: [LocalDate] gt: LocalDate ngt: LocalDate gte: LocalDate ngte: LocalDate lt: LocalDate nlt: LocalDate lte: LocalDate nlte: LocalDate }")]
    [InlineData("input ListFilterInputTypeOfMeasureFilterInput { all: MeasureFilterInput none: MeasureFilterInput some: MeasureFilterInput any: Boolean count: MeasureCountFilterInput min: MeasureRangeFilterInput max: MeasureRangeFilterInput }")]
    [InlineData("type PageCursor { page: Int! cursor: String! }")]
    [InlineData("observationsGrouped(by: [ObservationDimension!]!, totals: GroupTotals = NONE, where: ObservationFilterInput, having: ObservationGroupHavingInput, order: [ObservationGroupSortInput!], first: Int, after: String, last: Int, before: String, asAt: DateTime): ObservationsGroupedConnection")]
    [InlineData("enum SortEnumType { ASC DESC }")]
    [InlineData("enum Grain { MONTH QUARTER YEAR }")]
    [InlineData("scalar LocalDate @specifiedBy(url: \"https://scalars.graphql.org/andimarek/local-date.html\")")]
    public void The_schema_follows_its_conventions(string element)
    {
        var compact = Compact(Description().Replace(Checkout.Read("schema", "schema.graphql"), ""));
        Assert.Contains(Compact(element), compact, StringComparison.Ordinal);
    }

    private static string Compact(string schema) => Space().Replace(schema, " ").Replace("( ", "(", StringComparison.Ordinal);

    private static IEnumerable<string> Undescribed(JsonElement type)
    {
        var name = type.GetProperty("name").GetString()!;
        if (IsEmpty(type)) yield return name;
        foreach (var kind in new[] { "fields", "inputFields", "enumValues" })
        {
            if (type.GetProperty(kind).ValueKind != JsonValueKind.Array) continue;
            foreach (var member in type.GetProperty(kind).EnumerateArray())
            {
                if (IsEmpty(member)) yield return $"{name}.{member.GetProperty("name")}";
                if (!member.TryGetProperty("args", out var arguments)) continue;
                foreach (var argument in arguments.EnumerateArray().Where(IsEmpty))
                    yield return $"{name}.{member.GetProperty("name")}({argument.GetProperty("name")})";
            }
        }
    }

    private static bool IsBuiltIn(string type) => type.StartsWith("__", StringComparison.Ordinal) || type is "String" or "Boolean" or "Int" or "Float" or "ID";

    private static bool IsEmpty(JsonElement element) => string.IsNullOrWhiteSpace(element.GetProperty("description").GetString());

    [GeneratedRegex("Gets or sets|<see|cref|T:System|P:Control", RegexOptions.CultureInvariant)]
    private static partial Regex Leftover();

    [GeneratedRegex("\"([A-Z]+(?:_[A-Z]+)+)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex("^ *\".*\"$", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Description();

    [GeneratedRegex("\\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Space();
}
