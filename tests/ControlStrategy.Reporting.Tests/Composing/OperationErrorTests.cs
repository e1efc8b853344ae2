using System.Text.Json;
using ControlStrategy.Reporting.Tests.Fakes;
using Xunit;

namespace ControlStrategy.Reporting.Tests.Composing;

public sealed class OperationErrorTests
{
    [Fact]
    public async Task Errors_of_an_answer_come_with_message_code_and_path()
    {
        var failure = await FailureOf("""
            {
              "errors": [
                { "message": "No area S1.", "path": ["scorecard", "rows", 0], "extensions": { "code": "AREA_UNKNOWN" } },
                { "message": "Nor a period." }
              ],
              "data": null
            }
            """);

        Assert.Equal("place", failure.Operation);
        Assert.Equal(
            [new OperationError("No area S1.", "AREA_UNKNOWN", "scorecard.rows.0"), new OperationError("Nor a period.", null, null)],
            failure.Errors);
        Assert.Equal("No area S1. Nor a period.", failure.Message);
    }

    [Fact]
    public async Task An_answer_with_errors_is_refused_even_where_it_has_data()
    {
        var failure = await FailureOf("""{"data":{"area":{"code":"a","name":"b"}},"errors":[{"message":"Half of it failed."}]}""");

        Assert.Equal("Half of it failed.", failure.Message);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"data":null}""")]
    [InlineData("""{"data":null,"errors":[]}""")]
    public async Task An_answer_without_data_is_refused(string answer)
    {
        Assert.Contains("'place' has no data", (await FailureOf(answer)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancelled_run_stops()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        using var report = SmallReport.Write();
        var composer = new ReportComposer(new FakeApi().RunAsync, new ManifestContext(FakeApi.SchemaSha256));
        var definition = Reporting.Definitions.ReportCatalogue.Open(report.Folder).Load("small");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => composer.ComposeAsync(definition, new Dictionary<string, string> { ["area"] = "S12000033" }, cancelled.Token));
    }

    private static async Task<ReportOperationException> FailureOf(string answer)
    {
        using var report = SmallReport.Write();
        return await Assert.ThrowsAsync<ReportOperationException>(
            () => report.ComposeAsync((_, _, _, _) => Task.FromResult(JsonDocument.Parse(answer))));
    }
}
