using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ControlStrategy.Api.Imports;
using ControlStrategy.Domain.Imports;
using Xunit;

namespace ControlStrategy.Api.Tests.Imports;

/// <summary>Files sent to <c>POST /imports/{kind}</c>.</summary>
public sealed class ImportEndpointTests(RunningApp app) : IClassFixture<RunningApp>
{
    private const string Header = "measure,area,period,value\n";

    [Fact]
    public async Task A_file_is_imported_and_the_answer_accounts_for_its_rows()
    {
        var bytes = Encoding.UTF8.GetBytes($"{Header}all-crimes,S12000033,2001/02,15781\nall-crimes,S12000036,2001/02,32032\n");

        var (status, answer) = await PostAsync("observations?file=first.csv", bytes);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(("first.csv", "observations"), (answer.GetProperty("file").GetString(), answer.GetProperty("kind").GetString()));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), answer.GetProperty("sha256").GetString());
        Assert.Equal((2, 2, 0, 0, 0), (Number(answer, "read"), Number(answer, "new"), Number(answer, "corrected"), Number(answer, "unchanged"), Number(answer, "rejected")));
        Assert.True(answer.GetProperty("imported").GetBoolean());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("alreadyImportedAt").ValueKind);
        var observations = (await app.DataAsync("{ observations(where: { periodStart: { eq: \"2001-04-01\" }, measure: { code: { eq: \"all-crimes\" } } }) { nodes { value import { fileName } } totalCount } }")).GetProperty("observations");
        Assert.Equal(2, observations.GetProperty("totalCount").GetInt32());
        Assert.All(observations.GetProperty("nodes").EnumerateArray(), node => Assert.Equal("first.csv", node.GetProperty("import").GetProperty("fileName").GetString()));

        var (_, again) = await PostAsync("observations?file=again.csv", bytes);
        Assert.Equal(answer.GetProperty("recordedAt").GetDateTimeOffset(), again.GetProperty("alreadyImportedAt").GetDateTimeOffset());
        Assert.Equal((0, 2), (Number(again, "new"), Number(again, "unchanged")));
    }

    [Fact]
    public async Task Rates_that_are_not_stored_are_counted_by_reason()
    {
        var (status, answer) = await PostAsync("recorded-crime?file=cube.csv", "FeatureCode,DateCode,Measurement,CrimeOrOffence,Value\nS12000033,2002/2003,Count,all-crimes,5\nS12000033,2002/2003,Ratio,all-crimes,7\n");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(1, Number(Assert.Single(answer.GetProperty("notStored").EnumerateArray()), "rows"));
    }

    [Fact]
    public async Task Rejected_rows_keep_the_file_out_unless_the_valid_ones_are_accepted()
    {
        const string content = $"{Header}all-crimes,S12000033,2003/04,-3\nall-crimes,S12000036,2003/04,32032\n";

        var (status, answer) = await PostAsync("observations?file=bad.csv", content);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, false), (status, answer.GetProperty("imported").GetBoolean()));
        var rejection = Assert.Single(answer.GetProperty("rejections").EnumerateArray());
        Assert.Equal((2, "value", "-3"), (Number(rejection, "line"), rejection.GetProperty("column").GetString(), rejection.GetProperty("value").GetString()));
        Assert.Contains("negative", rejection.GetProperty("reason").GetString(), StringComparison.Ordinal);

        var (accepted, rest) = await PostAsync("observations?file=bad.csv&acceptValid=true", content);
        Assert.Equal((HttpStatusCode.OK, true, 1), (accepted, rest.GetProperty("imported").GetBoolean(), Number(rest, "new")));
    }

    [Fact]
    public async Task Of_many_rejected_rows_the_first_thousand_are_listed_and_the_others_counted()
    {
        var (status, answer) = await PostAsync("observations?file=bad.csv", Header + string.Concat(Enumerable.Repeat("all-crimes,nowhere,2003/04,1\n", 10_000)));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal((10_000, 1_000, 9_000), (Number(answer, "rejected"), answer.GetProperty("rejections").GetArrayLength(), Number(answer, "rejectionsNotListed")));
    }

    [Theory]
    [InlineData("text/csv; charset=utf-8")]
    [InlineData("application/gzip")]
    [InlineData("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("application/octet-stream")]
    public async Task The_content_decides_what_a_file_is_not_the_media_type(string mediaType)
    {
        using var packed = new MemoryStream();
        await using (var pack = new GZipStream(packed, CompressionLevel.Fastest))
            await pack.WriteAsync(Encoding.UTF8.GetBytes($"{Header}all-crimes,S12000033,2004/05,1\n"));

        Assert.Equal(HttpStatusCode.OK, (await PostAsync("observations?file=figures.csv.gz", packed.ToArray(), mediaType)).Status);
    }

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

    [Fact]
    public async Task Every_kind_has_a_name_and_no_two_the_same()
    {
        Assert.Equal(["recorded-crime", "population", "observations"], ImportKindName.All.Take(3));
        foreach (var kind in Enum.GetValues<ImportKind>())
        {
            Assert.Equal(kind, ImportKindName.Find(ImportKindName.Of(kind)));
            Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync($"{ImportKindName.Of(kind)}?file=empty.csv", "")).Status);
        }
    }

    private async Task<string> AssertRefusedAsync(string path, string content, string? mediaType, HttpStatusCode status, string code)
    {
        var (answered, problem) = await PostAsync(path, Encoding.UTF8.GetBytes(content), mediaType);
        Assert.Equal((status, code), (answered, problem.GetProperty("code").GetString()));
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.Equal(["strategy.db"], Directory.GetFiles(app.Folder).Select(Path.GetFileName).Where(file => !file!.Contains("-wal", StringComparison.Ordinal) && !file.Contains("-shm", StringComparison.Ordinal) && !file.Contains("key", StringComparison.Ordinal)));
        return problem.GetProperty("detail").GetString()!;
    }

    private Task<(HttpStatusCode Status, JsonElement Answer)> PostAsync(string path, string content) => PostAsync(path, Encoding.UTF8.GetBytes(content));

    private async Task<(HttpStatusCode Status, JsonElement Answer)> PostAsync(string path, byte[] content, string? mediaType = "text/csv")
    {
        using var body = new ByteArrayContent(content);
        body.Headers.ContentType = mediaType is null ? null : MediaTypeHeaderValue.Parse(mediaType);
        using var response = await app.Client.PostAsync(new Uri($"/imports/{path}", UriKind.Relative), body);
        return (response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();
}
