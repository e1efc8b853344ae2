using System.Text.Json;
using ControlStrategy.GraphQL.Tests.Oracle;
using GraphQLParser;
using Xunit;

namespace ControlStrategy.GraphQL.Tests;

/// <summary>Filters of lists and of relations, with every operator below them.</summary>
[Collection(OracleTests.Name)]
public sealed class OracleQuantifierTests(OracleLibrary library)
{
    /// <summary>One to many with and without missing parents, many to many, and a chain through relations that may be missing.</summary>
    public static TheoryData<string, string, string> Relations => new()
    {
        { "shelves", "BookFilterInput", "books: { all: { # } }" },
        { "readers", "BookFilterInput", "favourites: { none: { # } }" },
        { "readers", "BookFilterInput", "favourites: { all: { # } }" },
        { "books", "CardFilterInput", "cards: { all: { # } }" },
        { "cards", "BookFilterInput", "book: { # }" },
        { "authors", "AuthorFilterInput", "mentor: { mentor: { # } }" },
        { "authors", "AuthorFilterInput", "pupils: { all: { mentor: { pupils: { some: { # } } } } }" },
        { "authors", "BiographyFilterInput", "biography: { # }" },
        { "authors", "BookFilterInput", "or: [{ books: { all: { # } } }, { pupils: { none: { books: { some: { # } } } } }]" },
    };

    [Theory]
    [MemberData(nameof(Relations))]
    public async Task Every_operator_below_a_relation_finds_what_the_oracle_finds(string root, string target, string relation)
    {
        var schema = await SchemaMap.OfAsync(library.Server);
        var columns = schema[target].Members.Where(member => member.BareType.EndsWith("OperationFilterInput", StringComparison.Ordinal));
        // The first columns of a kind stand for the others: one that is given and one that may be missing.
        foreach (var column in columns.GroupBy(column => column.BareType).SelectMany(alike => alike.Take(2)))
            await CompareAsync(schema, root, column, relation);
    }

    [Theory]
    [InlineData("{ shelves(where: { books: { any: true } }) { nodes { id } } none: shelves(where: { books: { any: false } }) { nodes { id } } }")]
    [InlineData("{ genres(where: { books: { any: false } }) { nodes { id } } all: genres(where: { books: { all: { id: { eq: -1 } } } }) { nodes { id } } }")]
    [InlineData("{ readers(where: { favourites: { any: true, some: { genres: { none: { name: { eq: \"Crime\" } } } }, all: { cards: { any: false } } } }) { nodes { id } } }")]
    [InlineData("{ books(where: { fans: { some: { favourites: { all: { fans: { any: true } } } } } }) { totalCount } }")]
    [InlineData("{ authors(where: { mentor: null }) { nodes { id } } biography: authors(where: { biography: null }) { nodes { id } } cards(where: { book: null }, first: 100) { nodes { id } } }")]
    [InlineData("{ cards(first: 100, where: { book: { shelf: null } }) { nodes { id } } authors(where: { mentor: { biography: null } }) { nodes { id } } }")]
    [InlineData("{ authors(where: { or: [{ mentor: null }, { mentor: { or: [{ bornIn: { eq: null } }, { and: [{ bornIn: { gt: 0 } }, { name: { neq: null } }] }] } }] }) { nodes { code } totalCount } }")]
    [InlineData("{ books(where: { or: [], and: [], title: null, genres: null, id: {} }) { totalCount } none: books(where: { or: [{}, { id: { eq: 1 } }] }) { totalCount } }")]
    public Task Relations_and_lists_are_filtered_as_the_oracle_filters_them(string query) => library.AgreeAsync(query);

    private async Task CompareAsync(SchemaMap schema, string root, SchemaMember column, string relation)
    {
        var operators = schema[column.BareType].Members.Where(member => member.Name is not ("and" or "or")).ToList();
        var scalar = operators[0].Type;
        var lists = operators.Exists(member => member.IsList) ? $", $l: [{scalar}]" : "";
        var fields = operators.Select(member => $"{member.Name}: {root}(first: 1000, where: {{ {relation.Replace("#", $"{column.Name}: {{ {member.Name}: {(member.IsList ? "$l" : "$v")} }}", StringComparison.Ordinal)} }}) {{ nodes {{ id }} }}");
        var query = $"query ($v: {scalar}{lists}) {{ {string.Join(' ', fields)} }}";
        var values = EdgeValues.Given(scalar);
        foreach (var value in new[] { values[0], values[values.Count / 2], null })
        {
            var variables = new Dictionary<string, object?> { ["v"] = value };
            if (lists.Length > 0) variables["l"] = new[] { value, values[1] };
            var difference = await library.CompareAsync(query, Parser.Parse(query), variables, new Cursors());
            Assert.True(difference is null, $"{difference}\n{query}\n{JsonSerializer.Serialize(variables)}");
        }
    }
}
