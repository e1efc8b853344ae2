using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Xunit;

namespace ControlStrategy.Api.Tests.Imports;

/// <summary>What may become of an upload on its way.</summary>
public sealed class UploadTests(UploadTests.SmallUploads app) : IClassFixture<UploadTests.SmallUploads>
{
    private const int LimitBytes = 100_000;
    private const int Places = 4;
    private const string Header = "measure,area,period,value\n";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_over_the_limit_is_refused_whether_its_length_is_told_or_not(bool isTold)
    {
        using var response = await PostAsync("a.csv", Padded(LimitBytes + 1), isTold);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("UPLOAD_TOO_LARGE", problem.GetProperty("code").GetString());
        Assert.Contains(LimitBytes.ToString(CultureInfo.InvariantCulture), problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task A_file_of_just_the_limit_is_read()
    {
        using var response = await PostAsync("a.csv", Padded(LimitBytes), isTold: false);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Equal(1, (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("rejected").GetInt32());
    }

    [Fact]
    public async Task Clients_that_go_away_leave_nothing_and_make_room_for_others()
    {
        var before = await CountAsync();
        var gone = new List<TcpClient>();
        for (var place = 0; place < Places; place++)
            gone.Add(await BeginAsync());

        using (var refused = await PostAsync("a.csv", Row("2011/12"), isTold: true))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.Equal("IMPORTS_UNAVAILABLE", (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
            Assert.NotNull(refused.Headers.RetryAfter);
        }

        gone.ForEach(client => client.Dispose());
        Assert.Equal(HttpStatusCode.OK, await WhenThereIsRoomAsync(Row("2011/12")));
        Assert.Equal(before + 1, await CountAsync());
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task What_a_packed_file_may_hold_is_a_setting()
    {
        using var packed = new MemoryStream();
        await using (var pack = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Fastest))
            await pack.WriteAsync(Padded(SmallUploads.UnpackedLimitBytes + 1));

        using var response = await PostAsync("a.csv.gz", packed.ToArray(), isTold: true);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("IMPORT_UNPACKED_TOO_LARGE", (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    private static byte[] Row(string year) => Encoding.UTF8.GetBytes($"{Header}all-crimes,S12000033,{year},1\n");

    private static byte[] Padded(int length) => Encoding.UTF8.GetBytes($"{Header}x,y,z,1\n".PadRight(length, '\n'));

    private async Task<HttpResponseMessage> PostAsync(string name, byte[] content, bool isTold)
    {
        using var body = new ByteArrayContent(content);
        body.Headers.ContentType = MediaTypeHeaderValue.Parse("text/csv");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/imports/observations?file={name}") { Content = body };
        request.Headers.TransferEncodingChunked = !isTold;
        return await app.Client.SendAsync(request);
    }

    /// <summary>Sends a part of a body, as soon as the server is ready to take it.</summary>
    private async Task<TcpClient> BeginAsync()
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, app.Client.BaseAddress!.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            "POST /imports/observations?file=gone.csv HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\nContent-Length: 1000\r\nExpect: 100-continue\r\n\r\n"));
        var answer = new byte[25];
        await stream.ReadExactlyAsync(answer);
        Assert.Equal("HTTP/1.1 100 Continue\r\n\r\n", Encoding.ASCII.GetString(answer));
        await stream.WriteAsync(Row("2010/11"));
        return client;
    }

    private async Task<HttpStatusCode> WhenThereIsRoomAsync(byte[] content)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            limit.Token.ThrowIfCancellationRequested();
            using var response = await PostAsync("a.csv", content, isTold: true);
            if (response.StatusCode != HttpStatusCode.ServiceUnavailable) return response.StatusCode;
        }
    }

    private async Task<int> CountAsync() => (await app.DataAsync("{ imports { totalCount } }")).GetProperty("imports").GetProperty("totalCount").GetInt32();

    private void AssertNothingIsLeft() => Assert.Empty(Directory.GetFiles(app.Folder, "*.upload"));

    /// <summary>A server that takes small files only.</summary>
    public sealed class SmallUploads : RunningApp
    {
        public const int UnpackedLimitBytes = 200_000;

        protected override void Configure(IDictionary<string, string?> settings)
        {
            settings["Imports:MaximumUploadBytes"] = LimitBytes.ToString(CultureInfo.InvariantCulture);
            settings["Imports:MaximumUnpackedBytes"] = UnpackedLimitBytes.ToString(CultureInfo.InvariantCulture);
        }
    }
}
