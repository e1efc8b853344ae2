using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using ControlStrategy.Data.Importing;
using ControlStrategy.Domain.Imports;
using ControlStrategy.GraphQL;
using ControlStrategy.GraphQL.Exporting;
using ControlStrategy.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ControlStrategy.Api.Tests;

/// <summary>Figures as files, while other figures come in.</summary>
public sealed class ExportTests(ManyFigures app) : IClassFixture<ManyFigures>
{
    private const string Observations = """
        { observations(where: { measure: { code: { eq: "all-crimes" } } }, order: [{ periodStart: ASC }]) {
          nodes { measure { code name } area { code name } periodStart periodEnd value numerator status recordedAt } } }
        """;

    [Fact]
    public async Task A_file_begun_before_an_import_does_not_show_it()
    {
        var before = await app.Client.FileAsync(FileRequest.Csv, Observations);
        Assert.Equal(ManyFigures.Rows + 1, before.Count(character => character == '\n'));

        var request = new ExportRequest(Observations, null, new Dictionary<string, object?>(), ExportFormat.Csv);
        await using var export = await app.Services.GetRequiredService<GraphQLEngine>().ExportAsync(request, app.Services, CancellationToken.None);
        var report = await app.Services.GetRequiredService<Importer>().ImportAsync(ImportKind.Observations, app.Write("corrected.csv", 1), new ImportOptions(), CancellationToken.None);
        Assert.Equal(ManyFigures.Rows, report.Corrected);
        Assert.True(ManyFigures.Rows > 2 * new EngineLimits().MaximumPageRows);
        using var written = new MemoryStream();
        await export.WriteAsync(PipeWriter.Create(written));
        Assert.Equal(before, Encoding.UTF8.GetString(written.ToArray()));

        Assert.NotEqual(before, await app.Client.FileAsync(FileRequest.Csv, Observations));
    }

    [Fact]
    public async Task Scorecard_rows_are_a_file_too()
    {
        const string scorecard = """
            { scorecard(period: "2021/22", areas: ["S12000033", "S12000036"], measures: ["all-crimes"]) {
              rows { measure { code } area { name } current { value reason } change { percent } rate { value } } } }
            """;
        var lines = (await app.Client.FileAsync(FileRequest.Csv, scorecard)).Split("\r\n");
        Assert.Equal("measure.code,area.name,current.value,current.reason,change.percent,rate.value", lines[0]);
        Assert.StartsWith("all-crimes,Aberdeen City,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("all-crimes,City of Edinburgh,", lines[2], StringComparison.Ordinal);
        Assert.Equal([""], lines[3..]);
    }

    [Fact]
    public async Task Every_noun_can_be_had_as_a_file()
    {
        var schema = await app.DataAsync("{ __schema { queryType { fields { name type { name } } } } }");
        var lists = schema.GetProperty("__schema").GetProperty("queryType").GetProperty("fields").EnumerateArray()
            .Where(field => field.GetProperty("type").GetProperty("name").GetString()!.EndsWith("Connection", StringComparison.Ordinal))
            .Select(field => field.GetProperty("name").GetString()!).ToList();
        Assert.True(lists.Count > 10);
        // Groups are of something, which has to be said.
        foreach (var list in lists.Where(list => !list.EndsWith("Grouped", StringComparison.Ordinal)))
        {
            var total = (await app.DataAsync($"{{ {list} {{ totalCount }} }}")).GetProperty(list).GetProperty("totalCount").GetInt32();
            var file = await app.Client.FileAsync(FileRequest.JsonLines, $"{{ {list} {{ nodes {{ id }} }} }}");
            Assert.Equal((list, total), (list, file.Count(character => character == '\n')));
        }
    }
}

/// <summary>An application with a figure of one measure for every council area and many months.</summary>
public sealed class ManyFigures : RunningApp
{
    private const int Months = 900;
    private static readonly string[] Areas = ["S12000033", "S12000034", "S12000036", "S12000005", "S12000006", "S12000008", "S12000045", "S12000010", "S12000011", "S12000017"];

    public static int Rows => Months * Areas.Length;

    /// <summary>A file of figures, each so much higher.</summary>
    public string Write(string name, int added)
    {
        var path = Path.Combine(Folder, name);
        using var writer = new StreamWriter(path);
        writer.WriteLine("measure,area,period,value");
        for (var month = 0; month < Months; month++)
        {
            var period = new DateOnly(1947, 4, 1).AddMonths(month).ToString("yyyy-MM", CultureInfo.InvariantCulture);
            foreach (var area in Areas)
                writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"all-crimes,{area},{period},{month + added}"));
        }
        return path;
    }

    protected override async Task FillAsync()
    {
        var report = await Services.GetRequiredService<Importer>().ImportAsync(ImportKind.Observations, Write("figures.csv", 0), new ImportOptions(), CancellationToken.None);
        Assert.Equal((Rows, 0), (report.New, report.Rejected));
    }
}
