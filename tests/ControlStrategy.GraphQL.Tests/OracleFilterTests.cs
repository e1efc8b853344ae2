using System.Globalization;
using System.Text.Json;
using ControlStrategy.GraphQL.Tests.Oracle;
using GraphQLParser;
using Xunit;
using Xunit.Abstractions;

namespace ControlStrategy.GraphQL.Tests;

/// <summary>Every operator of every column with every edge value, as the schema offers them.</summary>
[Collection(OracleTests.Name)]
public sealed class OracleFilterTests(OracleLibrary library, ITestOutputHelper output)
{
    private const string Suffix = "OperationFilterInput";
    private const int Shares = 8;

    public static TheoryData<string> Roots => ["authors", "books", "shelves", "genres", "readers", "cards"];

    [Fact]
    public async Task The_oracle_knows_every_operator()
    {
        var schema = await SchemaMap.OfAsync(library.Server);
        var offered = schema.Types.Where(type => type.Name.EndsWith(Suffix, StringComparison.Ordinal)).SelectMany(type => type.Members).Select(member => member.Name);
        Assert.Equal([.. Operators.Known.Order(StringComparer.Ordinal)], offered.Distinct().Except(["and", "or"]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Roots))]
    public async Task Every_operator_of_every_column_finds_what_the_oracle_finds(string root)
    {
        var schema = await SchemaMap.OfAsync(library.Server);
        var filter = schema["Query"].Members.Single(field => field.Name == root).Arguments.Single(argument => argument.Name == "where").BareType;
        var columns = schema[filter].Members.Where(member => member.BareType.EndsWith(Suffix, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(columns);
        var cases = 0;
        foreach (var alike in columns.GroupBy(column => column.BareType))
        {
            foreach (var (index, column) in alike.Index())
                cases += await CompareAsync(schema, root, column, index, Math.Min(alike.Count(), Shares));
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cases} comparisons of {columns.Count} columns of {root}."));
    }

    /// <summary>All operators in one document, each under its own alias; one plan for all values. Columns alike share the values out.</summary>
    private async Task<int> CompareAsync(SchemaMap schema, string root, SchemaMember column, int share, int shares)
    {
        var operators = schema[column.BareType].Members.Where(member => member.Name is not ("and" or "or")).ToList();
        var lists = operators.Where(member => member.IsList).ToList();
        var fields = operators.Select(member => $"{member.Name}: {root}(first: 1000, where: {{ {column.Name}: {{ {member.Name}: {(member.IsList ? "$l" : "$v")} }} }}) {{ nodes {{ id }} }}");
        var scalar = operators[0].Type;
        var query = $"query ($v: {scalar}{(lists.Count == 0 ? "" : $", $l: [{scalar}]")}) {{ {string.Join(' ', fields)} }}";
        var document = Parser.Parse(query);
        var values = EdgeValues.Given(scalar).Where((_, index) => index % shares == share % shares).ToList();
        var requests = Requests(values, lists.Count > 0).ToList();
        foreach (var variables in requests)
        {
            var difference = await library.CompareAsync(query, document, variables, new Cursors());
            Assert.True(difference is null, $"{difference}\n{query}\n{JsonSerializer.Serialize(variables)}");
        }
        return requests.Count * operators.Count;
    }

    /// <summary>Each value alone, with another and null in a list; null; an empty list; nothing.</summary>
    private static IEnumerable<Dictionary<string, object?>> Requests(IReadOnlyList<object> values, bool hasLists)
    {
        for (var i = 0; i < values.Count; i++)
        {
            var list = new object?[] { values[i], values[(i + 1) % values.Count], null };
            yield return Request(values[i], hasLists, list[..(1 + (i % 3))]);
        }
        yield return Request(null, hasLists, [null]);
        yield return Request(null, hasLists, []);
        yield return Request(null, hasLists, null);
        yield return [];
    }

    private static Dictionary<string, object?> Request(object? value, bool hasLists, object?[]? list) =>
        hasLists ? new() { ["v"] = value, ["l"] = list } : new() { ["v"] = value };
}
