using ControlStrategy.GraphQL.Tests.Library;
using ControlStrategy.Testing;
using Xunit;

namespace ControlStrategy.GraphQL.Tests.Exporting;

/// <summary>What stands in a CSV file.</summary>
public sealed class CsvTests(LibraryServer library) : IClassFixture<LibraryServer>
{
    [Theory]
    [InlineData("{ books(first: 2) { nodes { id title price publishedOn } totalCount pageInfo { hasNextPage } } }",
        "id,title,price,publishedOn\r\n1,Book 0.00,9.99,2000-01-01\r\n2,Book 0.01,10.99,2000-02-01\r\n")]
    [InlineData("{ books(first: 2) { edges { cursor node { number: id author { name mentor { code } } shelf { label } binding } } } }",
        "number,author.name,author.mentor.code,shelf.label,binding\r\n1,Author 0,,,\r\n2,Author 0,,B,HARD_COVER\r\n")]
    [InlineData("{ books(first: 1) { nodes { addedAt isRare isComplete subtitle __typename by: author { __typename bornIn } } } }",
        "addedAt,isRare,isComplete,subtitle,__typename,by.__typename,by.bornIn\r\n2020-01-01T00:00:00.000Z,true,,,Book,Author,\r\n")]
    [InlineData("{ books(first: 1) { nodes { ...b author { ... on Author { id } } } } } fragment b on Book { pages author { code } id }",
        "pages,author.code,author.id,id\r\n100,author-0,1,1\r\n")]
    [InlineData("{ books(where: { id: { lt: 0 } }) { nodes { id author { code } } } }", "id,author.code\r\n")]
    [InlineData("{ books(first: 0) { nodes { id } } }", "id\r\n")]
    [InlineData("{ authors(first: 1) { nodes { code books { totalCount pageInfo { hasNextPage } } nameLength(factor: 2) { characters of { id } } } } }",
        "code,books.totalCount,books.pageInfo.hasNextPage,nameLength.characters,nameLength.of.id\r\nauthor-0,11,false,16,1\r\n")]
    public async Task Columns_are_the_selected_values_in_their_order(string query, string csv) =>
        Assert.Equal(csv, await library.Client.FileAsync(FileRequest.Csv, query));

    [Theory]
    [InlineData(true, "id,title,author.code\r\n1,Book 0.00,author-0\r\n")]
    [InlineData(false, "id\r\n1\r\n")]
    public async Task A_column_that_is_skipped_is_not_in_the_header(bool isWide, string csv) => Assert.Equal(csv, await library.Client.FileAsync(
        FileRequest.Csv,
        "query ($wide: Boolean!, $narrow: Boolean!) { books(first: 1) { nodes { id title @include(if: $wide) author { code @skip(if: $narrow) } } } }",
        new { wide = isWide, narrow = !isWide }));

    [Fact]
    public async Task A_missing_value_is_an_empty_field_but_never_an_empty_line()
    {
        Assert.Equal("id,subtitle\r\n1,\r\n", await library.Client.FileAsync(FileRequest.Csv, "{ books(first: 1) { nodes { id subtitle } } }"));
        Assert.Equal("subtitle\r\n\"\"\r\nPart 1\r\n", await library.Client.FileAsync(FileRequest.Csv, "{ books(first: 2) { nodes { subtitle } } }"));
    }

    [Fact]
    public async Task Csv_reads_back_as_the_json_answer_of_the_same_query()
    {
        const string query = "{ books(first: 100, order: [{ title: DESC }]) { nodes { id title subtitle pages price publishedOn addedAt binding isRare isComplete author { code name bornIn mentor { name } } shelf { label } } } }";
        var answer = (await library.DataAsync(query)).GetProperty("books").GetProperty("nodes").EnumerateArray().ToList();
        var records = CsvRecords.Read(await library.Client.FileAsync(FileRequest.Csv, query));
        Assert.Equal((88, 15), (answer.Count, records[0].Count));
        Assert.All(records.Zip(answer), pair => Assert.All(pair.First, field => Assert.Equal(CsvRecords.At(pair.Second, field.Key), field.Value)));
    }
}
