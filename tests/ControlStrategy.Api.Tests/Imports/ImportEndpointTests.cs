using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ControlStrategy.Data.Importing;
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

        var (status, answer) = await app.PostImportAsync("observations?file=first.csv", bytes);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(("first.csv", "observations"), (answer.GetProperty("file").GetString(), answer.GetProperty("kind").GetString()));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), answer.GetProperty("sha256").GetString());
        Assert.Equal((2, 2, 0, 0, 0), (Number(answer, "read"), Number(answer, "new"), Number(answer, "corrected"), Number(answer, "unchanged"), Number(answer, "rejected")));
        Assert.True(answer.GetProperty("imported").GetBoolean());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("alreadyImportedAt").ValueKind);
        var observations = (await app.DataAsync("{ observations(where: { periodStart: { eq: \"2001-04-01\" }, measure: { code: { eq: \"all-crimes\" } } }) { nodes { value import { fileName } } totalCount } }")).GetProperty("observations");
        Assert.Equal(2, observations.GetProperty("totalCount").GetInt32());
        Assert.All(observations.GetProperty("nodes").EnumerateArray(), node => Assert.Equal("first.csv", node.GetProperty("import").GetProperty("fileName").GetString()));

        var (_, again) = await app.PostImportAsync("observations?file=again.csv", bytes);
        Assert.Equal(answer.GetProperty("recordedAt").GetDateTimeOffset(), again.GetProperty("alreadyImportedAt").GetDateTimeOffset());
        Assert.Equal((0, 2), (Number(again, "new"), Number(again, "unchanged")));
    }

    [Fact]
    public async Task Rates_that_are_not_stored_are_counted_by_reason()
    {
        var (status, answer) = await app.PostImportAsync("recorded-crime?file=cube.csv", "FeatureCode,DateCode,Measurement,CrimeOrOffence,Value\nS12000033,2002/2003,Count,all-crimes,5\nS12000033,2002/2003,Ratio,all-crimes,7\n");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(1, Number(Assert.Single(answer.GetProperty("notStored").EnumerateArray()), "rows"));
    }

    [Fact]
    public async Task Rejected_rows_keep_the_file_out_unless_the_valid_ones_are_accepted()
    {
        const string content = $"{Header}all-crimes,S12000033,2003/04,-3\nall-crimes,S12000036,2003/04,32032\n";

        var (status, answer) = await app.PostImportAsync("observations?file=bad.csv", content);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, false), (status, answer.GetProperty("imported").GetBoolean()));
        var rejection = Assert.Single(answer.GetProperty("rejections").EnumerateArray());
        Assert.Equal((2, "value", "-3"), (Number(rejection, "line"), rejection.GetProperty("column").GetString(), rejection.GetProperty("value").GetString()));
        Assert.Contains("negative", rejection.GetProperty("reason").GetString(), StringComparison.Ordinal);

        var (accepted, rest) = await app.PostImportAsync("observations?file=bad.csv&acceptValid=true", content);
        Assert.Equal((HttpStatusCode.OK, true, 1), (accepted, rest.GetProperty("imported").GetBoolean(), Number(rest, "new")));
    }

    [Fact]
    public async Task Of_many_rejected_rows_the_first_thousand_are_listed_and_the_others_counted()
    {
        var (status, answer) = await app.PostImportAsync("observations?file=bad.csv", Header + string.Concat(Enumerable.Repeat("all-crimes,nowhere,2003/04,1\n", 10_000)));

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

        Assert.Equal(HttpStatusCode.OK, (await app.PostImportAsync("observations?file=figures.csv.gz", packed.ToArray(), mediaType)).Status);
    }

    [Fact]
    public async Task Every_kind_has_a_name_and_no_two_the_same()
    {
        Assert.Equal(["recorded-crime", "population", "observations"], ImportTemplate.All.Take(3).Select(template => template.Name));
        foreach (var kind in Enum.GetValues<ImportKind>())
        {
            Assert.Equal(kind, ImportTemplate.Find(ImportTemplate.Of(kind).Name)?.Kind);
            Assert.Equal(HttpStatusCode.BadRequest, (await app.PostImportAsync($"{ImportTemplate.Of(kind).Name}?file=empty.csv", "")).Status);
        }
    }

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();
}
