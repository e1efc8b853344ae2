using System.Net;
using System.Text;
using Xunit;

namespace ControlStrategy.Api.Tests.Imports;

/// <summary>Uploads that are refused before a row of theirs is read.</summary>
public sealed class ImportRefusalTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Header = "measure,area,period,value\n";

    [Theory]
    [InlineData("text/plain")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task What_a_foreign_page_could_send_without_asking_is_refused(string? mediaType)
    {
        await AssertRefusedAsync("observations?file=a.csv", $"{Header}all-crimes,S12000033,2005/06,1\n", mediaType, HttpStatusCode.UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE");
    }

    [Theory]
    [InlineData("weather?file=a.csv", HttpStatusCode.NotFound, "UNKNOWN_IMPORT_KIND")]
    [InlineData("Observations?file=a.csv", HttpStatusCode.NotFound, "UNKNOWN_IMPORT_KIND")]
    [InlineData("observations", HttpStatusCode.BadRequest, "INVALID_PARAMETER")]
    [InlineData("observations?file=", HttpStatusCode.BadRequest, "INVALID_PARAMETER")]
    [InlineData("observations?file=%20", HttpStatusCode.BadRequest, "INVALID_PARAMETER")]
    [InlineData("observations?file=../a.csv", HttpStatusCode.BadRequest, "INVALID_PARAMETER")]
    [InlineData("observations?file=a%5Cb.csv", HttpStatusCode.BadRequest, "INVALID_PARAMETER")]
    [InlineData("observations?file=a%0Ab.csv", HttpStatusCode.BadRequest, "INVALID_PARAMETER")]
    [InlineData("observations?file=a.csv&file=b.csv", HttpStatusCode.BadRequest, "INVALID_PARAMETER")]
    [InlineData("observations?file=a.csv&acceptValid=perhaps", HttpStatusCode.BadRequest, "INVALID_PARAMETER")]
    [InlineData("observations?file=a.csv&accept-valid=true", HttpStatusCode.BadRequest, "INVALID_PARAMETER")]
    public async Task A_request_that_is_not_right_is_refused(string path, HttpStatusCode status, string code) =>
        await AssertRefusedAsync(path, $"{Header}all-crimes,S12000033,2005/06,1\n", "text/csv", status, code);

    [Theory]
    [InlineData("", HttpStatusCode.BadRequest, "IMPORT_FILE_EMPTY")]
    [InlineData("a,b\n1,2\n", HttpStatusCode.UnprocessableEntity, "IMPORT_HEADER")]
    [InlineData(Header, HttpStatusCode.UnprocessableEntity, "IMPORT_FILE_WITHOUT_ROWS")]
    [InlineData(Header + "\"", HttpStatusCode.UnprocessableEntity, "IMPORT_FILE_MALFORMED")]
    [InlineData("PK\u0003\u0004", HttpStatusCode.UnprocessableEntity, "IMPORT_WORKBOOK_DAMAGED")]
    public async Task A_file_that_cannot_be_taken_is_refused_by_its_own_name(string content, HttpStatusCode status, string code)
    {
        var detail = await AssertRefusedAsync("observations?file=mine.csv", content, "text/csv", status, code);

        Assert.StartsWith("mine.csv ", detail, StringComparison.Ordinal);
        Assert.DoesNotContain(app.Folder, detail, StringComparison.Ordinal);
    }

    private async Task<string> AssertRefusedAsync(string path, string content, string? mediaType, HttpStatusCode status, string code)
    {
        var (answered, problem) = await app.PostImportAsync(path, Encoding.UTF8.GetBytes(content), mediaType);
        Assert.Equal((status, code), (answered, problem.GetProperty("code").GetString()));
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.Empty(Directory.GetFiles(app.Folder, "*.upload"));
        return problem.GetProperty("detail").GetString()!;
    }
}
