using System.Text.RegularExpressions;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ControlStrategy.Data.Tests.Content;

public sealed partial class MeasureContentTests(DatabaseWithoutDemonstration database) : IClassFixture<DatabaseWithoutDemonstration>
{
    // The first rule whose words stand in the code holds.
    private static readonly (string Words, string Outcome, Polarity Polarity)[] Rules =
    [
        ("domestic-abuse", "1d", Polarity.LowerIsBetter),
        ("causing-death-by-driving", "1c", Polarity.LowerIsBetter),
        ("group-1-", "1a", Polarity.LowerIsBetter),
        ("group-2-", "1d", Polarity.Neutral),
        ("group-3-", "1", Polarity.LowerIsBetter),
        ("group-4-", "1", Polarity.LowerIsBetter),
        ("drugs-supply", "1b", Polarity.Neutral),
        ("drugs-possession", "1", Polarity.Neutral),
        ("weapons-possession", "1", Polarity.Neutral),
        ("group-5-", "1", Polarity.LowerIsBetter),
        ("group-6-", "1a", Polarity.LowerIsBetter),
        ("group-7-", "1", Polarity.Neutral),
        ("group-8-", "1c", Polarity.Neutral),
        ("all-crimes", "1", Polarity.LowerIsBetter),
        ("all-offences", "1", Polarity.LowerIsBetter),
        ("coronavirus", "1", Polarity.LowerIsBetter),
    ];

    public static TheoryData<int> RuleNumbers => [.. Enumerable.Range(0, Rules.Length)];

    [Theory]
    [MemberData(nameof(RuleNumbers))]
    public void A_category_serves_the_outcome_and_has_the_polarity_of_its_rule(int number)
    {
        var (_, outcome, polarity) = Rules[number];

        var governed = Measures().Where(x => RuleOf(x) == number).ToList();

        Assert.NotEmpty(governed);
        Assert.All(governed, x => Assert.Equal((x.Code, outcome, polarity), (x.Code, x.Outcome.Code, x.Polarity)));
    }

    [Fact]
    public void Every_measure_falls_under_a_rule() => Assert.All(Measures(), x => Assert.InRange(RuleOf(x), 0, Rules.Length - 1));

    [SkippableFact]
    public void Every_published_category_has_a_measure_and_every_measure_a_category()
    {
        var categories = FirstYears().Keys.Order(StringComparer.Ordinal);

        Assert.Equal(categories, Measures().Select(x => x.Code).Order(StringComparer.Ordinal));
    }

    [SkippableFact]
    public void A_definition_says_when_a_series_begins_later_than_1996_97()
    {
        var firstYears = FirstYears();

        Assert.All(Measures(), x => Assert.Equal(firstYears[x.Code], FirstYearSaidBy(x.Definition)));
    }

    [Fact]
    public void Those_of_crime_are_yearly_counts_of_official_statistics()
    {
        var measures = Measures();

        Assert.Equal(60, measures.Count);
        Assert.All(measures, x => Assert.Equal(
            (MeasureKind.Count, MeasureGroup.DeliveryAndImpact, Grain.Year, 0, 0, "Scottish Government, Recorded Crimes and Offences"),
            (x.Kind, x.Group, x.Grain, x.DisclosureThreshold, x.Decimals, x.Source)));
        Assert.All(measures, x => Assert.Equal(x.Code.Contains("offences", StringComparison.Ordinal) ? "offences" : "crimes", x.Unit));
        Assert.All(measures, x => Assert.False(x.Demonstration));
    }

    [Fact]
    public void Those_of_activities_are_monthly_counts_of_management_information_that_serve_outcome_3()
    {
        using var context = database.Open();

        var measures = context.Measures.Include(x => x.Outcome).Where(x => x.Group == MeasureGroup.Output).OrderBy(x => x.Id).ToList();

        Assert.Equal(
            ["engagement-activities", "problem-solving-activities", "communication-activities", "all-activities", "engagement-reach", "communication-reach", "all-reach"],
            measures.Select(x => x.Code));
        Assert.All(measures, x => Assert.Equal(
            ("3", MeasureKind.Count, Polarity.HigherIsBetter, Grain.Month, 0, 0, "Management information, computed from the activities on record"),
            (x.Outcome.Code, x.Kind, x.Polarity, x.Grain, x.DisclosureThreshold, x.Decimals, x.Source)));
        Assert.All(measures, x => Assert.Equal((x.Code.EndsWith("reach", StringComparison.Ordinal) ? "people" : "activities", false), (x.Unit, x.Demonstration)));
    }

    [Fact]
    public void Names_are_for_people()
    {
        var names = Measures().ToDictionary(x => x.Code, x => x.Name);

        Assert.Equal(60, names.Values.Distinct().Count());
        Assert.All(names.Values, name => Assert.Matches(CleanName(), name));
        Assert.Equal("Group 3: Housebreaking", names["crimes-group-3-housebreaking"]);
        Assert.Equal("Group 1: Domestic Abuse (Scotland) Act 2018", names["crimes-group-1-domestic-abuse-scotland-act-2018"]);
    }

    private List<Measure> Measures()
    {
        using var context = database.Open();
        return [.. context.Measures.Include(x => x.Outcome).Where(x => x.Group != MeasureGroup.Output).OrderBy(x => x.Id)];
    }

    // The first year of each category in the published file, written 2010/11.
    private static Dictionary<string, string> FirstYears() =>
        File.ReadLines(PublishedData.Find(PublishedData.RecordedCrime)).Skip(1)
            .Select(line => line.Split(','))
            .GroupBy(fields => fields[^2], fields => fields[^4])
            .ToDictionary(x => x.Key, x => x.Min(StringComparer.Ordinal)!.Remove(5, 2));

    private static int RuleOf(Measure measure) =>
        Array.FindIndex(Rules, rule => measure.Code.Contains(rule.Words, StringComparison.Ordinal));

    private static string FirstYearSaidBy(string definition) =>
        SeriesBegins().Match(definition) is { Success: true } match ? match.Groups[1].Value : "1996/97";

    [GeneratedRegex("^(All crimes|All offences|Coronavirus restrictions|(All )?Group [1-8]: [A-Z].+)$")]
    private static partial Regex CleanName();

    [GeneratedRegex(@"The series begins in (\d{4}/\d{2})\.$")]
    private static partial Regex SeriesBegins();
}
