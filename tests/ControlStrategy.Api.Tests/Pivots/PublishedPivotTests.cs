using System.Text.Json;
using ControlStrategy.Testing;
using Xunit;

namespace ControlStrategy.Api.Tests.Pivots;

public sealed class PublishedPivotTests(PublishedApp app) : IClassFixture<PublishedApp>
{
    [SkippableFact]
    public async Task Councils_and_their_total_are_the_published_figures()
    {
        PublishedData.Find(PublishedData.RecordedCrime);
        var data = await app.DataAsync("""
            { pivot(rows: [AREA], columns: [PERIOD], values: [VALUE, PREVIOUS], measures: ["all-crimes"], level: COUNCIL_AREA, from: "2020-04-01", to: "2022-03-31", rowTotals: GRAND) {
                columns { label } rows { header { label } cells { value } } } }
            """);
        var rows = data.GetProperty("pivot").GetProperty("rows").EnumerateArray().ToDictionary(row => row.GetProperty("header").GetProperty("label").GetString()!, row => row.GetProperty("cells"));
        Assert.Equal(33, rows.Count);
        Assert.Equal([14_281, 15_781, 14_281], Values(rows["Aberdeen City"], 0, 2, 3));
        Assert.Equal([32_673, 32_032, 32_673], Values(rows["City of Edinburgh"], 0, 2, 3));
        Assert.Equal([286_464], Values(rows["Total"], 2));
    }

    [SkippableFact]
    public async Task A_rate_of_all_councils_is_of_all_their_people()
    {
        PublishedData.Find(PublishedData.RecordedCrime);
        var data = await app.DataAsync("""{ pivot(rows: [AREA], values: [RATE], measures: ["all-crimes"], level: COUNCIL_AREA, periods: ["2018/19"], totals: GRAND) { rows { cells { value } } } }""");
        Assert.Equal(562.143, data.GetProperty("pivot").GetProperty("rows").EnumerateArray().Last().GetProperty("cells")[0].GetProperty("value").GetDouble(), 3);
    }

    private static IEnumerable<int> Values(JsonElement cells, params int[] places) => places.Select(place => cells[place].GetProperty("value").GetInt32());
}
