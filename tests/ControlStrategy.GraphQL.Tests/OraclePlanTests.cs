using ControlStrategy.GraphQL.Tests.Oracle;
using Xunit;

namespace ControlStrategy.GraphQL.Tests;

/// <summary>One document, whose filter and order come whole by variables: what differs in anything but values must not share a plan.</summary>
[Collection(OracleTests.Name)]
public sealed class OraclePlanTests(OracleLibrary library)
{
    private const string Query = "query ($w: AuthorFilterInput, $o: [AuthorSortInput!]) { authors(first: 100, where: $w, order: $o) { nodes { id } totalCount } }";

    /// <summary>Filters around another.</summary>
    private static readonly string[] Around =
    [
        "{ mentor: { # } }", "{ mentor: { mentor: { # } } }", "{ pupils: { some: { # } } }", "{ pupils: { all: { # } } }", "{ pupils: { none: { # } } }",
        "{ and: [{ # }] }", "{ or: [{ # }] }", "{ or: [{ # }, { id: { gt: 6 } }] }", "{ or: [{ #, mentor: { id: { gt: 6 } } }] }", "{ and: [{ # }, { mentor: { id: { gt: 6 } } }] }",
        "{ or: [{ # }], and: [{ mentor: { id: { gt: 6 } } }] }", "{ or: [{ # }, { mentor: { id: { gt: 6 } } }] }",
    ];

    private static readonly string[] Others =
    [
        "null", "{}", "{ or: [] }", "{ or: [{}] }", "{ mentor: null }", "{ mentor: {} }", "{ biography: null }", "{ pupils: { any: true } }", "{ pupils: { any: false } }", "{ books: { any: true } }", "{ books: { any: false } }",
        "{ name: { or: [{ contains: \"a\" }, { startsWith: \"a\" }] } }", "{ name: { or: [{ contains: \"a\", startsWith: \"a\" }] } }", "{ name: { and: [{ contains: \"a\" }, { startsWith: \"a\" }] } }", "{ name: { or: [{ contains: \"a\" }], and: [{ startsWith: \"b\" }] } }",
    ];

    private static readonly string[] Orders =
    [
        "null", "[]", "[{ id: DESC }]", "[{ id: ASC }]", "[{ name: ASC }]", "[{ name: DESC }]", "[{ code: DESC }]", "[{ bornIn: ASC }]", "[{ bornIn: DESC }]", "[{ name: ASC }, { bornIn: DESC }]", "[{ bornIn: DESC }, { name: ASC }]",
        "[{ mentor: { name: ASC } }]", "[{ mentor: { bornIn: ASC } }]", "[{ mentor: { bornIn: DESC } }]", "[{ mentor: { mentor: { bornIn: DESC } } }]", "{ mentor: { id: DESC } }", "[{ biography: { id: DESC } }]",
    ];

    [Fact]
    public async Task Filters_that_differ_in_one_thing_get_plans_of_their_own()
    {
        var comparisons = await ComparisonsAsync();
        var inner = comparisons.Where((_, index) => index % 9 == 0).ToList();
        foreach (var filter in comparisons.Select(comparison => $"{{ {comparison} }}").Concat(inner.SelectMany(comparison => Around.Select(around => around.Replace("#", comparison, StringComparison.Ordinal)))).Concat(Others))
            await AgreeAsync(filter, "null");
    }

    [Fact]
    public async Task Orders_that_differ_in_one_thing_get_plans_of_their_own()
    {
        foreach (var order in Orders)
            await AgreeAsync("{ id: { gt: 1 } }", order);
    }

    /// <summary>Every operator of every column, with the same value: alone, missing, in a list, in a list with null.</summary>
    private async Task<List<string>> ComparisonsAsync()
    {
        var schema = await SchemaMap.OfAsync(library.Server);
        return [.. schema["AuthorFilterInput"].Members
            .Where(column => column.BareType.EndsWith("OperationFilterInput", StringComparison.Ordinal))
            .SelectMany(column => schema[column.BareType].Members
                .Where(member => member.Name is not ("and" or "or"))
                .SelectMany(member => Given(member).Select(value => $"{column.Name}: {{ {member.Name}: {value} }}")))];
    }

    private static string[] Given(SchemaMember member)
    {
        var value = member.BareType == "Int" ? "2" : "\"a\"";
        return member.IsList ? ["null", "[]", "[null]", $"[{value}]", $"[{value}, null]"] : ["null", value];
    }

    private async Task AgreeAsync(string filter, string order)
    {
        var (where, keys) = (JsonLiterals.Of(filter), JsonLiterals.Of(order));
        var variables = new Dictionary<string, object?> { ["w"] = where.Value, ["o"] = keys.Value };
        var difference = await library.CompareOverHttpAsync(Query, variables, new { w = where.Json, o = keys.Json });
        Assert.True(difference is null, $"{difference}\n{filter}\n{order}");
    }
}
