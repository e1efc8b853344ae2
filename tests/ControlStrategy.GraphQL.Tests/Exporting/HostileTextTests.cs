using ControlStrategy.GraphQL.Exporting;
using ControlStrategy.GraphQL.Tests.Library;
using ControlStrategy.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ControlStrategy.GraphQL.Tests.Exporting;

public sealed class HostileTextTests(LibraryServer library) : IClassFixture<LibraryServer>
{
    private const string Query = "query ($code: String) { authors(where: { code: { eq: $code } }) { nodes { name bornIn } } }";

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "\"\"")]
    [InlineData(" spaces stay ", " spaces stay ")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"no\"", "\"say \"\"no\"\"\"")]
    [InlineData("\"", "\"\"\"\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData("one\nfeed", "\"one\nfeed\"")]
    [InlineData("back\\slash\u0001", "back\\slash\u0001")]
    [InlineData("naïve 👮🏽 ﷽", "naïve 👮🏽 ﷽")]
    [InlineData("a=b", "a=b")]
    [InlineData("it's", "it's")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"")]
    [InlineData("+44 20", "'+44 20")]
    [InlineData("-5", "'-5")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("＝1+1", "'＝1+1")]
    public async Task Any_text_is_one_field_and_no_formula(string name, string field)
    {
        var code = await AddAsync(name, -7);
        var csv = await library.Client.FileAsync(FileRequest.Csv, Query, new { code });
        Assert.Equal($"name,bornIn\r\n{field},-7\r\n", csv);
        var read = Assert.Single(CsvRecords.Read(csv))["name"];
        Assert.Equal(name, field.TrimStart('"').StartsWith('\'') ? read[1..] : read);
        var json = (await library.DataAsync(Query, new { code })).GetProperty("authors").GetProperty("nodes")[0].GetRawText();
        Assert.Equal(json + "\n", await library.Client.FileAsync(FileRequest.JsonLines, Query, new { code }));
    }

    [Fact]
    public async Task A_byte_order_mark_is_written_where_it_is_asked_for()
    {
        var code = await AddAsync("Zoë", 1);
        var request = new ExportRequest(Query, null, new Dictionary<string, object?> { ["code"] = code }, ExportFormat.Csv) { WithByteOrderMark = true };
        await using var export = await library.Engine.ExportAsync(request, library.Services, CancellationToken.None);
        Assert.Equal("\uFEFFname,bornIn\r\nZoë,1\r\n", await Written.TextAsync(export));
    }

    private async Task<string> AddAsync(string name, int bornIn)
    {
        var code = Guid.NewGuid().ToString();
        await using var context = await library.Services.GetRequiredService<IDbContextFactory<LibraryContext>>().CreateDbContextAsync();
        context.Authors.Add(new Author { Code = code, Name = name, BornIn = bornIn });
        await context.SaveChangesAsync();
        return code;
    }
}
