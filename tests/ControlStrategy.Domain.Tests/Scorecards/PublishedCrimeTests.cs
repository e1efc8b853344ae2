using System.Globalization;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Scorecards;
using ControlStrategy.Domain.Statistics;
using ControlStrategy.Testing;
using Xunit;

namespace ControlStrategy.Domain.Tests.Scorecards;

public sealed class PublishedCrimeTests
{
    private const int Nation = 1;

    [SkippableFact]
    public void Council_areas_add_up_through_their_divisions_to_the_national_figure()
    {
        var card = new ScorecardBuilder("2021/22").Area(Nation);
        foreach (var (council, division) in Rows(PublishedData.Divisions).Select(row => (Id(row[0]), Id(row[2]))))
        {
            card.Area(council, division);
            if (!card.Areas.Contains(new AreaNode(division, Nation)))
                card.Area(division, Nation);
        }

        foreach (var row in Rows(PublishedData.RecordedCrime).Where(row => row[4] == "all-crimes"))
        {
            var yearsBack = 2021 - PeriodNotation.ParseDateCode(row[2]).FirstDay.Year;
            if (yearsBack <= Scorecard.MeanYears)
                card.Rows(Id(row[0]), Grain.Year, 1, decimal.Parse(row[5], CultureInfo.InvariantCulture), yearsBack);
        }

        Assert.Equal(1 + 13 + 32, card.Areas.Count);
        Assert.Equal(286_464, card.Row(Nation).Current.Value);
        Assert.Equal(15_781, card.Row(Id("S12000033")).Current.Value);
        Assert.Equal(15_128.6, card.Row(Id("S12000033")).FiveYearMean.Value);
    }

    [SkippableFact]
    public void The_plain_test_would_call_two_thirds_of_all_yearly_council_changes_significant()
    {
        var crimes = Rows(PublishedData.RecordedCrime).Where(row => row[4] == "all-crimes")
            .ToDictionary(row => (row[0], int.Parse(row[2].AsSpan(0, 4), CultureInfo.InvariantCulture)), row => double.Parse(row[5], CultureInfo.InvariantCulture));
        var people = Rows(PublishedData.Population).ToDictionary(row => (row[0], int.Parse(row[2], CultureInfo.InvariantCulture)), row => double.Parse(row[3], CultureInfo.InvariantCulture));
        // The people of the mid-year inside a year, or the newest before it; of the two years before the first estimate, taken for equal.
        double People(string area, int year, int earlier) => earlier < 1998 ? 1 : people[(area, Math.Min(year, 2018))];
        var changes = crimes.Keys.Where(key => crimes.ContainsKey((key.Item1, key.Item2 - 1)))
            .Select(key => (Area: key.Item1, Year: key.Item2))
            .Select(key => CountTest.PValue(
                new Exposed(crimes[key], People(key.Area, key.Year, key.Year - 1)), new Exposed(crimes[(key.Area, key.Year - 1)], People(key.Area, key.Year - 1, key.Year - 1))))
            .ToList();

        // 557 of 800 by a program of its own that sums over all pairs.
        Assert.Equal((800, 557), (changes.Count, changes.Count(pValue => pValue < 0.05)));
    }

    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(PublishedData.Find(file)).Skip(1).Select(line => line.Split(','));

    private static int Id(string code) => int.Parse(code.AsSpan(1), CultureInfo.InvariantCulture);
}
