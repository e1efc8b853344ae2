using ControlStrategy.GraphQL.Tests.Oracle;
using Xunit;

namespace ControlStrategy.GraphQL.Tests;

/// <summary>Shapes of queries, each answered as the oracle answers it.</summary>
[Collection(OracleTests.Name)]
public sealed class OracleShapeTests(OracleLibrary library)
{
    public static TheoryData<string> Pages =>
    [
        "{ authors { nodes { books(first: 3) { nodes { fans { favourites(last: 2) { nodes { title } totalCount } } } totalCount } pupils(last: 1) { nodes { books(first: 1, order: [{ title: DESC }]) { edges { cursor node { id } } pageInfo { hasNextPage } } } totalCount } } totalCount } }",
        "{ readers { nodes { id name favourites(last: 2, order: [{ subtitle: DESC }]) { nodes { title fans { id } } edges { cursor node { id author { code } } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount } } } }",
        "{ books(first: 20) { nodes { genres { name } fans(order: { name: DESC }) { id } cards(where: { isBound: { eq: true } }) { id } } edges { node { genres(order: { name: DESC }) { id } cards { id } } } } }",
        "{ authors { edges { node { books(first: 2) { nodes { id } } } cursor } nodes { code books(first: 2) { totalCount } } edges { node { code books(first: 2) { edges { node { title } } } } } } }",
        "{ authors(last: 3) { pageInfo { hasNextPage hasPreviousPage } nodes { books(first: 0) { nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount } pupils(last: 0) { pageInfo { hasNextPage hasPreviousPage } } } } }",
        "{ authors(where: { code: { eq: \"nobody\" } }) { nodes { books { nodes { id } } } edges { node { id } } totalCount pageInfo { startCursor } } }",
    ];

    public static TheoryData<string> Merging =>
    [
        "{ books(first: 3) { nodes { title } nodes { id author { code } } ...A } } fragment A on BooksConnection { nodes { ...B author { ...C } } totalCount } fragment B on Book { genres { id } genres { name } } fragment C on Author { name ... { bornIn } ... on Author { mentor { ...D } } } fragment D on Author { code }",
        "{ authors { nodes { a: books(first: 1) { nodes { title } } b: books(last: 1) { nodes { title } } a: books(first: 1) { totalCount nodes { id } } books { totalCount } } } }",
        "query ($w: BookFilterInput, $n: Int = 2) { authors { nodes { ...F pupils { nodes { ...F } } } } } fragment F on Author { books(first: $n, where: $w) { nodes { t: title shelf { label } } } ...G } fragment G on Author { books(first: $n, where: $w) { nodes { shelf { id } price } } }",
        "{ a: books(first: 1) { nodes { id } } b: books(first: 1) { nodes { title } } a: books(first: 1) { nodes { title } } __typename }",
        "{ tour { stops { newest { id } } ...T } again: tour { stops { shelf { id } } } } fragment T on Tour { stops { newest { title } books { id } books { genres { name } } } stops { __typename } }",
        "{ books { nodes { shelfMates(most: 1) { count } ...M } } } fragment M on Book { shelfMates(most: 1) { others { id } } more: shelfMates { others { id shelfMates(most: 1) { nearest { title } } } } }",
    ];

    public static TheoryData<string> Directives =>
    [
        "query ($a: Boolean!, $b: Boolean!) { books(first: 4) @include(if: $a) { nodes @skip(if: $b) { id } totalCount ...F @include(if: $b) } authors @skip(if: $a) { nodes { code } } } fragment F on BooksConnection { nodes { title @skip(if: $a) author @include(if: $a) { name @include(if: $b) code } } }",
        "query ($a: Boolean!, $b: Boolean!) { readers { nodes { id favourites(first: 3) @include(if: $a) { edges @skip(if: $b) { cursor @include(if: $b) node { title genres @skip(if: $b) { name } } } totalCount @skip(if: $b) pageInfo @include(if: $b) { hasNextPage } } } } }",
        "query ($a: Boolean!, $b: Boolean! = true) { books(first: 4) { nodes { ... @include(if: $a) { id } ... on Book @skip(if: $a) @include(if: $b) { title } title @include(if: $b) shelf { ... @skip(if: $b) { label } id } } } }",
        "query ($a: Boolean!, $b: Boolean!) { tour { stops { newest @include(if: $a) { title @skip(if: $b) } books { id @include(if: $b) } } counts @skip(if: $a) next { shelf @skip(if: $b) { id } } } }",
        "query ($a: Boolean!, $b: Boolean!) { authors { nodes { nameLength(factor: 2) { characters @include(if: $a) of @include(if: $b) { code @skip(if: $a) } } initial @skip(if: $b) biography { id @include(if: $b) } mentor @include(if: $a) { id @skip(if: $b) } } } }",
        "query ($a: Boolean!, $b: Boolean!) { books { totalCount @include(if: $a) } author(code: \"author-1\") { id @include(if: $a) books { pageInfo { hasNextPage @skip(if: $b) } edges { cursor @include(if: $a) } } } none: books(first: 3) { nodes { id @skip(if: true) } } }",
    ];

    public static TheoryData<string> HandWritten =>
    [
        "{ authors { nodes { code biography { summary author { name } } initial nameLength(factor: 3) { characters of { code } } plain: nameLength { of { nameLength(factor: 2) { characters of { books(first: 1) { nodes { id } } } } } } } } }",
        "{ books { nodes { title shelfMates(most: 2) { count nearest { id } others { title genres { name } } numbers remark } } edges { node { shelfMates { remark __typename } author { initial } } } } }",
        "{ authors { nodes { books(first: 2) { nodes { shelfMates(most: 1) { nearest { author { nameLength { characters } } } } genres { books { shelfMates(most: 0) { others { id } numbers } } } } } } } }",
        "{ tour(except: \"A\") { stops { shelf { label books { id } } newest { title } books { title author { code } fans { id } } } counts next { books { id } } remarks } none: tour(except: \"no such shelf\") { counts } }",
        "{ pick(numbers: [3, 1, 3]) { __typename rows { number book { title shelfMates(most: 1) { others { id } } } } } empty: pick(numbers: []) { rows { number } } one: pick(numbers: 5) { rows { book { id author { initial } } } } }",
        "{ author(code: \"author-0'\\\"\") { code name books { totalCount } } nobody: author(code: \"\") { id } }",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    [MemberData(nameof(Merging))]
    [MemberData(nameof(HandWritten))]
    public Task A_shape_is_answered_as_the_oracle_answers_it(string query) => library.AgreeAsync(query);

    [Theory]
    [MemberData(nameof(Directives))]
    public async Task Directives_choose_at_every_level(string query)
    {
        foreach (var (a, b) in new[] { (false, false), (false, true), (true, false), (true, true) })
            await library.AgreeAsync(query, new Dictionary<string, object?> { ["a"] = a, ["b"] = b });
    }

    [Fact]
    public async Task A_row_may_have_more_than_sixty_columns()
    {
        var card = (await SchemaMap.OfAsync(library.Server))["Card"];
        Assert.True(card.Members.Count > 60);
        var columns = string.Join(' ', card.Members.Select(member => member.Name).Where(name => name != "book"));
        await library.AgreeAsync($"{{ cards(first: 100) {{ nodes {{ {columns} }} }} books {{ nodes {{ cards(order: [{{ id: DESC }}]) {{ {columns} }} }} }} }}");
    }

    [Fact]
    public Task A_reference_to_what_is_filtered_out_is_null() =>
        library.AgreeAsync("{ cards(first: 100, order: [{ book: { id: ASC } }]) { nodes { id book { id title shelf { label } genres { name } } } } }");

    [Fact]
    public Task A_record_of_which_everything_is_skipped_is_empty() =>
        library.AgreeAsync("{ tour { stops { newest @skip(if: true) { id } } } authors { nodes { nameLength { of @skip(if: true) { id } } } } }");

    [Fact]
    public Task Lists_of_entities_in_records_are_fetched() =>
        library.AgreeAsync("{ tour { stops { books { title } } } books { nodes { shelfMates { others { title } } } } }");
}
