using ControlStrategy.Api.Commands;
using ControlStrategy.Api.Composition;
using ControlStrategy.Api.Reports;
using ControlStrategy.Reporting;
using ControlStrategy.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ControlStrategy.Api.Tests.Commands;

/// <summary>An author's mistakes in a report are found without figures, each with file and line.</summary>
public sealed class ReportCheckTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("control-strategy-check-").FullName;

    public ReportCheckTests()
    {
        var report = Directory.CreateDirectory(Path.Combine(_folder, "local-scrutiny")).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(Checkout.Folder, "reports", "local-scrutiny")).Where(file => Path.GetExtension(file) is ".yml" or ".graphql"))
            File.Copy(file, Path.Combine(report, Path.GetFileName(file)));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_reports_of_the_repository_have_none()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = await CommandLine.RunAsync(["report", "check", "--database", Path.Combine(_folder, "strategy.db")], output, error);
        Assert.Equal((0, ""), (exitCode, error.ToString()));
        Assert.Contains("local-scrutiny: no mistakes", output.ToString(), StringComparison.Ordinal);
        Assert.All(output.ToString().TrimEnd().Split(Environment.NewLine), line => Assert.EndsWith(": no mistakes", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("report.yml", "path: rate.populationYear", "path: rate.populationYer", "sheets[0].columns[8].path: the answer has no 'populationYer'")]
    [InlineData("report.yml", "reason: rate.reason", "reason: rate.raeson", "the answer has no 'raeson' on the way of 'rate.raeson'")]
    [InlineData("report.yml", "source: group3.scorecard.rows", "source: group3.scorecard.lines", "the answer has no 'lines'")]
    [InlineData("report.yml", "format: oneDecimal", "format: twoDecimals", "twoDecimals")]
    [InlineData("report.yml", "{place.areas.nodes.0.code}", "{place.areas.nodes.0.kode}", "the answer has no 'kode'")]
    [InlineData("scorecard.graphql", "populationYear", "populationYeer", "Cannot query field 'populationYeer' on type 'Rate'")]
    [InlineData("scorecard.graphql", "$period: String!", "$period: Int!", "Variable '$period'")]
    [InlineData("place.graphql", "nodes {", "nodes [", "Expected Name")]
    public async Task A_mistake_is_named_with_file_and_line(string file, string right, string wrong, string problem)
    {
        var path = Path.Combine(_folder, "local-scrutiny", file);
        var text = await File.ReadAllTextAsync(path);
        Assert.Contains(right, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, text.Replace(right, wrong, StringComparison.Ordinal));
        var mistakes = await MistakesAsync("local-scrutiny");
        Assert.Matches($@"\Alocal-scrutiny/{file}, line [1-9][0-9]*[:,]", mistakes[0]);
        Assert.Contains(problem, mistakes[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_does_not_exist_is_said_so() =>
        Assert.Equal("There is no report 'nobody'. The reports are: local-scrutiny.", (await Assert.ThrowsAsync<UnknownReportException>(() => MistakesAsync("nobody"))).Message);

    private async Task<IReadOnlyList<string>> MistakesAsync(string report)
    {
        await using var app = Application.Compose(new Dictionary<string, string?>
        {
            ["Reports:Folder"] = _folder,
            ["ConnectionStrings:Strategy"] = $"Data Source={Path.Combine(_folder, "strategy.db")}",
        });
        return await app.Services.GetRequiredService<ReportCheck>().MistakesAsync(report, CancellationToken.None);
    }
}
