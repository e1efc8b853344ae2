using ControlStrategy.GraphQL.Tests.Oracle;
using Xunit;

namespace ControlStrategy.GraphQL.Tests;

/// <summary>Shapes of queries, each answered as the oracle answers it.</summary>
[Collection(OracleTests.Name)]
public sealed class OracleShapeTests(OracleLibrary library)
{
    public static TheoryData<string> Queries =>
    [
        "{ books { nodes { id title } } }",
        "{ cards(first: 100) { nodes { id } totalCount } }",
        "{ readers { nodes { id name favourites(last: 2, order: [{ subtitle: DESC }]) { nodes { title fans { id } } edges { cursor node { id author { code } } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount } } } }",
        "{ authors { nodes { code biography { summary author { name } } initial nameLength(factor: 3) { characters of { code } } } } }",
        "{ books { nodes { title shelfMates(most: 2) { count nearest { id } others { title genres { name } } numbers remark } } edges { node { shelfMates { remark __typename } } } } }",
        "{ tour(except: \"A\") { stops { shelf { label } newest { title } books { title author { code } } } counts next { books { id } } remarks } none: tour(except: \"no such shelf\") { counts } }",
        "{ cards(first: 100) { nodes { id book { title shelf { label } genres { name } } } } }",
        "{ books { nodes { id @skip(if: true) } } }",
        "{ books(first: 3) { edges { cursor @skip(if: true) } pageInfo { hasNextPage } } }",
        "{ books { totalCount @include(if: false) } }",
        "{ tour { stops { books { id @skip(if: true) } } next { __typename @skip(if: true) } } }",
        "{ tour { stops { newest @skip(if: true) { id } } } authors { nodes { nameLength { of @skip(if: true) { id } } } } }",
        "{ authors(first: 3) { nodes { biography { id @skip(if: true) } mentor { id @skip(if: true) } books { pageInfo { hasNextPage @skip(if: true) } } } } }",
    ];

    [Theory]
    [MemberData(nameof(Queries))]
    public Task A_shape_is_answered_as_the_oracle_answers_it(string query) => library.AgreeAsync(query);
}
