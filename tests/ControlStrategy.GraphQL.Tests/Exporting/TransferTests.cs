using System.Net;
using System.Net.Sockets;
using System.Text;
using ControlStrategy.GraphQL.Exporting;
using ControlStrategy.GraphQL.Tests.Library;
using ControlStrategy.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace ControlStrategy.GraphQL.Tests.Exporting;

/// <summary>How a file travels, and how it ends when it cannot go on.</summary>
public sealed class TransferTests(ManyBooks library) : IClassFixture<ManyBooks>
{
    private const string All = "{ books { nodes { id title subtitle author { name } } } }";
    private static readonly Dictionary<string, object?> NoVariables = [];

    [Theory]
    [InlineData("text/csv", "query Shelves { books(first: 1) { nodes { id } } }", "text/csv; charset=utf-8; header=present", "Shelves.csv")]
    [InlineData("text/csv; charset=utf-8", "{ mine: books(first: 1) { nodes { id } } }", "text/csv; charset=utf-8; header=present", "mine.csv")]
    [InlineData("application/jsonl", "{ books(first: 1) { nodes { id } } }", "application/jsonl; charset=utf-8", "books.jsonl")]
    [InlineData("application/x-ndjson", "{ books(first: 1) { nodes { id } } }", "application/x-ndjson; charset=utf-8", "books.jsonl")]
    [InlineData("application/json;q=0.5, text/csv", "{ books(first: 1) { nodes { id } } }", "text/csv; charset=utf-8; header=present", "books.csv")]
    public async Task A_file_tells_its_type_and_its_name(string accept, string query, string type, string name)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=" + Uri.EscapeDataString(query));
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await library.Client.SendAsync(request);
        Assert.Equal(type, response.Content.Headers.ContentType!.ToString());
        Assert.Equal($"attachment; filename={name}", response.Content.Headers.ContentDisposition!.ToString());
        Assert.Equal("Accept", response.Headers.Vary.Single());
    }

    [Fact]
    public async Task A_failure_on_the_way_breaks_the_transfer_off()
    {
        var limits = library.Options.Limits;
        library.Options.Limits = limits with { MaximumAnswerBytes = 20_000 };
        using var response = await library.Client.RequestFileAsync(FileRequest.Csv, All);
        Assert.True(response.IsSuccessStatusCode);
        await Assert.ThrowsAsync<HttpRequestException>(() => response.Content.ReadAsStringAsync());
        library.Options.Limits = limits;
        var warning = Assert.Single(library.Log.Lines, line => line.Contains("broken off", StringComparison.Ordinal));
        Assert.Contains("MaximumAnswerBytes", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_before_the_first_row_is_answered_without_its_cause()
    {
        await using (var context = await library.Services.GetRequiredService<IDbContextFactory<LibraryContext>>().CreateDbContextAsync())
            await context.Database.ExecuteSqlRawAsync("DROP TABLE Shelves");
        using var response = await library.Client.RequestFileAsync(FileRequest.Csv, "{ shelves { nodes { label } } }");
        Assert.Equal((HttpStatusCode.InternalServerError, "application/graphql-response+json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        var answer = await response.Content.ReadAsStringAsync();
        Assert.Contains("\"code\":\"INTERNAL\"", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Shelves", answer, StringComparison.Ordinal);
        Assert.Contains(library.Log.Lines, line => line.StartsWith("Error: A GraphQL field failed: Microsoft.Data.Sqlite", StringComparison.Ordinal) && !line.Contains("Shelves", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_client_that_goes_away_ends_the_export_and_is_no_error()
    {
        // More bytes than the sockets between hold, and a statement for the genres of each thousand books.
        const string query = "{ books { nodes { id title subtitle pages price publishedOn addedAt author { id code name bornIn } genres { name } } } }";
        var before = library.Log.Lines.Count;
        using var trace = new RequestTrace();
        using (var client = new TcpClient { ReceiveBufferSize = 8_192 })
        {
            await client.ConnectAsync(library.Client.BaseAddress!.Host, library.Client.BaseAddress.Port);
            var request = $"GET /graphql?query={Uri.EscapeDataString(query)} HTTP/1.1\r\nHost: localhost\r\nAccept: application/jsonl\r\n{trace.Header}\r\n\r\n";
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
            await client.GetStream().ReadExactlyAsync(new byte[4_096]);
            Assert.NotEqual(0, trace.OpenStatements);
            client.LingerState = new LingerOption(true, 0);
        }
        await trace.Ended;
        Assert.Equal(0, trace.OpenStatements);
        Assert.InRange(trace.Statements, 2, 90);
        Assert.Equal(before, library.Log.Lines.Count);
        Assert.Equal("id\r\n1\r\n", await library.Client.FileAsync(FileRequest.Csv, "{ books(first: 1) { nodes { id } } }"));
    }

    [Fact]
    public async Task A_reader_that_stands_still_is_left_when_the_time_is_over()
    {
        var clock = new FakeTimeProvider();
        library.Options.Clock = clock;
        await using var export = await library.Engine.ExportAsync(new ExportRequest(All, null, NoVariables, ExportFormat.Csv), library.Services, CancellationToken.None);
        var writing = export.WriteAsync(Written.NarrowPipe().Writer);
        Assert.False(writing.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(library.Options.Limits.MaximumExportSeconds));
        var refused = await Assert.ThrowsAsync<RequestException>(() => writing);
        Assert.Equal("EXPORT_TIME", refused.Code);
        Assert.Contains("MaximumExportSeconds", refused.Message, StringComparison.Ordinal);
        library.Options.Clock = TimeProvider.System;
    }

    [Fact]
    public async Task A_caller_that_cancels_ends_the_export()
    {
        using var cancellation = new CancellationTokenSource();
        await using var export = await library.Engine.ExportAsync(new ExportRequest(All, null, NoVariables, ExportFormat.Csv), library.Services, cancellation.Token);
        var writing = export.WriteAsync(Written.NarrowPipe().Writer);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writing);
    }
}
