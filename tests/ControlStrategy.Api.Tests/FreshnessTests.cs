using System.Net.Http.Json;
using System.Text.Json;
using ControlStrategy.Data.Importing;
using ControlStrategy.Domain.Imports;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ControlStrategy.Api.Tests;

/// <summary>The application after a month, a quarter and a correction of an older month were imported.</summary>
public sealed class FreshApp : RunningApp
{
    protected override async Task FillAsync()
    {
        await ImportAsync("months.csv", "all-crimes,S12000033,2021-04,10\nall-crimes,S12000033,2021-06,12\nall-crimes,S12000036,2021-06,13\n");
        await ImportAsync("quarter.csv", "all-crimes,S12000033,2021/22 Q1,30\n");
        await ImportAsync("correction.csv", "all-crimes,S12000033,2021-04,11\n");
    }

    private async Task ImportAsync(string name, string rows)
    {
        var file = Path.Combine(Folder, name);
        await File.WriteAllTextAsync(file, "measure,area,period,value\n" + rows);
        var report = await Services.GetRequiredService<Importer>().ImportAsync(ImportKind.Observations, file, new ImportOptions());
        Assert.True(report.IsImported);
    }
}

public sealed class FreshnessTests(FreshApp app) : IClassFixture<FreshApp>
{
    [Fact]
    public async Task A_measure_tells_its_newest_period_and_when_its_newest_value_came()
    {
        var data = await app.DataAsync("""
            { measure(code: "all-crimes") { freshness { newestPeriod periodStart periodEnd areaCount recordedAt } }
              imports(last: 1, order: [{ id: ASC }]) { nodes { fileName recordedAt } } }
            """);
        var correction = data.GetProperty("imports").GetProperty("nodes")[0];
        Assert.Equal("correction.csv", correction.GetProperty("fileName").GetString());
        Assert.Equal(
            $$"""{"newestPeriod":"2021-06","periodStart":"2021-06-01","periodEnd":"2021-06-30","areaCount":2,"recordedAt":{{correction.GetProperty("recordedAt").GetRawText()}}}""",
            data.GetProperty("measure").GetProperty("freshness").GetRawText());
    }

    [Fact]
    public async Task Of_many_measures_those_without_figures_have_none()
    {
        var nodes = (await app.DataAsync("{ measures(first: 100) { nodes { observations(first: 1) { totalCount } freshness { newestPeriod } } } }"))
            .GetProperty("measures").GetProperty("nodes").EnumerateArray().ToList();
        Assert.Contains(nodes, node => node.GetProperty("freshness").ValueKind == JsonValueKind.Object);
        Assert.Contains(nodes, node => node.GetProperty("freshness").ValueKind == JsonValueKind.Null);
        Assert.All(nodes, node => Assert.Equal(
            node.GetProperty("observations").GetProperty("totalCount").GetInt32() == 0, node.GetProperty("freshness").ValueKind == JsonValueKind.Null));
    }

    [Fact]
    public async Task One_address_tells_it_of_every_measure()
    {
        var measures = (await app.Client.GetFromJsonAsync<JsonElement>("/freshness")).EnumerateArray().ToDictionary(entry => entry.GetProperty("measure").GetString()!);
        var total = (await app.DataAsync("{ measures { totalCount } }")).GetProperty("measures").GetProperty("totalCount").GetInt32();
        Assert.Equal(total, measures.Count);
        Assert.Equal("2021-06", measures["all-crimes"].GetProperty("freshness").GetProperty("newestPeriod").GetString());
        Assert.False(measures["all-crimes"].GetProperty("demonstration").GetBoolean());
        Assert.True(measures["demo-road-crime"].GetProperty("demonstration").GetBoolean());
        Assert.Contains(measures.Values, entry => entry.GetProperty("freshness").ValueKind == JsonValueKind.Null);
    }
}
