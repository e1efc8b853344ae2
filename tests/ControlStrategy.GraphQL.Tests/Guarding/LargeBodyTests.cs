using System.Globalization;
using System.Net.Sockets;
using System.Text;
using ControlStrategy.GraphQL.Tests.Library;
using Xunit;

namespace ControlStrategy.GraphQL.Tests.Guarding;

/// <summary>Bodies over the limit from clients that send first and read then, byte by byte on the wire.</summary>
public sealed class LargeBodyTests(LibraryServer library) : IClassFixture<LibraryServer>
{
    private const int Mebibyte = 1024 * 1024;

    [Fact]
    public async Task Who_sends_all_before_reading_reads_why_and_the_connection_goes_on()
    {
        using var connection = await ConnectAsync();
        var stream = connection.GetStream();
        await SendAsync(stream, 4 * Mebibyte, 4 * Mebibyte, "");
        Assert.Contains("BODY_TOO_LARGE", await ReadAnswerAsync(stream, "413"), StringComparison.Ordinal);
        var query = "{\"query\":\"{ books { totalCount } }\"}"u8.ToArray();
        await stream.WriteAsync(Head(query.Length, ""));
        await stream.WriteAsync(query);
        Assert.Contains("totalCount", await ReadAnswerAsync(stream, "200"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_before_sending_need_not_send()
    {
        using var connection = await ConnectAsync();
        var stream = connection.GetStream();
        await SendAsync(stream, 2 * Mebibyte, 0, "Expect: 100-continue\r\n");
        Assert.Contains("BODY_TOO_LARGE", await ReadAnswerAsync(stream, "413"), StringComparison.Ordinal);
    }

    /// <summary>More than the server itself would take is refused as readably.</summary>
    [Fact]
    public async Task What_goes_on_after_some_more_is_cut_off_with_an_answer()
    {
        using var connection = await ConnectAsync();
        var stream = connection.GetStream();
        await SendAsync(stream, 100 * Mebibyte, (4 * Mebibyte) + 1, "");
        var answer = await ReadAnswerAsync(stream, "413");
        Assert.Contains("Connection: close", answer, StringComparison.Ordinal);
        Assert.Contains("BODY_TOO_LARGE", answer, StringComparison.Ordinal);
    }

    private static byte[] Head(int length, string header) => Encoding.ASCII.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"POST /graphql HTTP/1.1\r\nHost: library\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n{header}\r\n"));

    private static async Task SendAsync(NetworkStream stream, int announced, int sent, string header)
    {
        await stream.WriteAsync(Head(announced, header));
        var spaces = new byte[sent];
        spaces.AsSpan().Fill((byte)' ');
        await stream.WriteAsync(spaces);
    }

    /// <summary>Reads until the end of the JSON, whatever the framing.</summary>
    private static async Task<string> ReadAnswerAsync(NetworkStream stream, string status)
    {
        var answer = new StringBuilder();
        var chunk = new byte[4_096];
        int read;
        while (!answer.ToString().Contains("}}", StringComparison.Ordinal) && (read = await stream.ReadAsync(chunk)) > 0)
            answer.Append(Encoding.UTF8.GetString(chunk, 0, read));
        // What closes a chunked answer may come after it.
        if (answer.ToString().Contains("chunked", StringComparison.Ordinal))
        {
            while (!answer.ToString().EndsWith("0\r\n\r\n", StringComparison.Ordinal) && (read = await stream.ReadAsync(chunk)) > 0)
                answer.Append(Encoding.UTF8.GetString(chunk, 0, read));
        }
        Assert.StartsWith("HTTP/1.1 " + status, answer.ToString(), StringComparison.Ordinal);
        return answer.ToString();
    }

    private async Task<TcpClient> ConnectAsync()
    {
        var connection = new TcpClient();
        await connection.ConnectAsync(library.Client.BaseAddress!.Host, library.Client.BaseAddress.Port);
        return connection;
    }
}
