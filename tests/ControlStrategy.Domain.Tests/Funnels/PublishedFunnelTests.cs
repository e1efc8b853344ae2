using System.Globalization;
using ControlStrategy.Domain.Funnels;
using ControlStrategy.Testing;
using Xunit;

namespace ControlStrategy.Domain.Tests.Funnels;

/// <summary>All crimes of 2018/19 in the 32 council areas, over the people of mid-2018.</summary>
public sealed class PublishedFunnelTests
{
    private const int Aberdeenshire = 12000034;
    private const int Edinburgh = 12000036;
    private const int Glasgow = 12000049;
    private const int Orkney = 12000023;

    [SkippableFact]
    public void Crimes_of_2018_19_have_this_overall_rate_and_this_dispersion()
    {
        var funnel = Crimes();

        Assert.Equal((32, 305_699, 5_438_100), (funnel.AreaCount, funnel.Observed, funnel.Exposure));
        Assert.Equal(562.143, funnel.Overall!.Value, 3);
        Assert.Equal(369.86, funnel.Dispersion!.Value, 2);
        Assert.Equal(1.5, funnel.DispersionThreshold!.Value, 12);
        Assert.True(funnel.Widened);
    }

    // Summed with sixty digits elsewhere, from the same files.
    [SkippableTheory]
    [InlineData(Glasgow, 879.312, 35_213.20, 449.217, 675.359, 384.393, 740.768)]
    [InlineData(Edinburgh, 734.349, 29_147.12, 438.020, 686.617, 366.800, 758.543)]
    [InlineData(Aberdeenshire, 311.967, 14_698.35, 387.348, 737.634, 287.260, 839.121)]
    [InlineData(Orkney, 217.666, 1_247.40, 0, 1_170.546, 0, 1_524.721)]
    public void Limits_are_exact_and_widened(int area, double value, double expected, double lower95, double upper95, double lower998, double upper998)
    {
        var point = Crimes().Points.Single(point => point.AreaId == area);

        Assert.Equal(value, point.Value!.Value, 3);
        Assert.Equal(expected, point.Expected!.Value, 2);
        Assert.Equal(lower95, point.Limits95!.Lower, 3);
        Assert.Equal(upper95, point.Limits95.Upper, 3);
        Assert.Equal(lower998, point.Limits998!.Lower, 3);
        Assert.Equal(upper998, point.Limits998.Upper, 3);
    }

    [SkippableFact]
    public void Three_of_the_thirty_two_areas_are_not_as_expected()
    {
        var funnel = Crimes();

        Assert.Equal(
            [(Aberdeenshire, FunnelWord.LowerThanExpected, false), (Edinburgh, FunnelWord.Higher, false), (Glasgow, FunnelWord.Higher, true)],
            funnel.Points.Where(point => point.Word is not FunnelWord.AsExpected).Select(point => (point.AreaId, point.Word!.Value, point.Outside998!.Value)));
    }

    private static Funnel Crimes()
    {
        var people = Rows(PublishedData.Population).Where(row => row[2] == "2018").ToDictionary(row => row[0], row => Number(row[3]));
        return Funnel.OfCounts([.. Rows(PublishedData.RecordedCrime)
            .Where(row => row[2] == "2018/2019" && row[4] == "all-crimes")
            .Select(row => new FunnelArea((int)Number(row[0][1..]), Number(row[5]), people[row[0]]))]);
    }

    private static IEnumerable<string[]> Rows(string file) => File.ReadLines(PublishedData.Find(file)).Skip(1).Select(line => line.Split(','));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
