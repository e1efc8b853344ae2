using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Scorecards;
using ControlStrategy.Domain.Statistics;
using Xunit;

namespace ControlStrategy.Domain.Tests.Scorecards;

/// <summary>What must hold for any figures, tried on many drawn at random from fixed seeds.</summary>
public sealed class ScorecardPropertyTests
{
    private static readonly int[] Councils = [.. Enumerable.Range(100, 12)];
    private static readonly int[] Divisions = [10, 11, 12];
    private const int Nation = 1;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_order_of_what_is_given_changes_nothing(int seed)
    {
        var card = Drawn(seed);
        var expected = card.Rows([Nation, .. Divisions, .. Councils]);
        var random = new Random(seed + 1);
        Shuffle(random, card.Sums);
        Shuffle(random, card.Areas);
        Shuffle(random, card.Populations);

        Assert.Equal(expected, card.Rows([Nation, .. Divisions, .. Councils]));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_total_equals_the_sum_of_its_parts_and_is_there_exactly_when_all_of_them_are(int seed)
    {
        var card = Drawn(seed);

        var nation = card.Row(Nation);
        var councils = card.Rows(Councils);

        Assert.Equal(SumOfAll(councils, row => row.Current.Value), nation.Current.Value);
        Assert.Equal(SumOfAll(councils, row => row.Previous.Value), nation.Previous.Value);
        Assert.Equal(SumOfAll(councils, row => row.Change.Number), nation.Change.Number);
        Assert.Equal(SumOfAll(councils, row => row.Rate.Population), nation.Rate.Population);
        Assert.Equal(councils.Count(row => row.Current.Value is null), nation.Current.MissingAreas ?? 0);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_figure_has_a_value_or_a_reason_never_both_or_neither(int seed)
    {
        foreach (var row in Drawn(seed).Rows([Nation, .. Divisions, .. Councils]))
        {
            Assert.All(new[] { row.Current.Plain(), row.Previous, row.FiveYearMean }, figure => Assert.True(figure.Value is null == figure.Reason is not null));
            Assert.All(new[] { row.Change.Plain(), row.FiveYearChange }, change => Assert.True(change.Percent is null == change.Reason is not null));
            Assert.True(row.Rate.Value is null == row.Rate.Reason is not null);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_summed_percentage_lies_between_the_smallest_and_the_largest_of_its_parts(int seed)
    {
        var random = new Random(seed);
        var card = Country(MeasureKind.Percentage);
        foreach (var council in Councils)
        {
            var denominator = random.Next(1, 500);
            card.Share(council, Grain.Year, 1, (random.Next(0, denominator + 1), denominator));
        }

        var parts = card.Rows(Councils).Select(row => row.Current.Value!.Value).ToList();

        Assert.InRange(card.Row(Nation).Current.Value!.Value, parts.Min(), parts.Max());
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Exchanging_the_two_years_turns_the_change_around_and_keeps_its_probability(int seed)
    {
        var random = new Random(seed);
        var (current, previous, people, peopleBefore) = (random.Next(400), random.Next(400), random.Next(1_000, 9_000), random.Next(1_000, 9_000));

        var change = new ScorecardBuilder("2021/22").Years(7, current, previous).People(7, 2021, people).People(7, 2020, peopleBefore).Row(7).Change;
        var back = new ScorecardBuilder("2021/22").Years(7, previous, current).People(7, 2021, peopleBefore).People(7, 2020, people).Row(7).Change;

        Assert.Equal((change.Number, change.PlainPValue, change.Significance), (-back.Number, back.PlainPValue, back.Significance));
        Assert.InRange(change.PlainPValue!.Value, 0, 1);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Figures_mirrored_around_the_target_and_polarity_reversed_are_judged_alike(int seed)
    {
        var random = new Random(seed);
        var (value, tolerance) = (random.Next(50, 151), random.Next(0, 20));

        Assert.Equal(Judged(value, tolerance, Polarity.LowerIsBetter), Judged(200 - value, tolerance, Polarity.HigherIsBetter));
        Assert.Equal(Rag.NoTarget, Judged(value, tolerance, Polarity.Neutral));
    }

    private static Rag Judged(int value, int tolerance, Polarity polarity) =>
        new ScorecardBuilder("2021/22") { Measure = new(ScorecardBuilder.MeasureId, MeasureKind.Count, polarity) }.Years(7, value).Aim(7, 100, tolerance).Row(7).Rag;

    private static ScorecardBuilder Drawn(int seed)
    {
        var random = new Random(seed);
        var card = Country(MeasureKind.Count);
        foreach (var council in Councils)
        {
            card.People(council, 2021, random.Next(20_000, 600_000));
            for (var yearsBack = 0; yearsBack <= Scorecard.MeanYears; yearsBack++)
            {
                // One in forty is missing, so that totals are made for some seeds and refused for others.
                if (random.Next(40) > 0)
                    card.Rows(council, Grain.Month, 12, random.Next(5_000), yearsBack);
            }
        }

        return card;
    }

    private static ScorecardBuilder Country(MeasureKind kind)
    {
        var card = new ScorecardBuilder("2021/22", kind).Area(Nation);
        foreach (var division in Divisions)
            card.Area(division, Nation);
        foreach (var council in Councils)
            card.Area(council, Divisions[council % Divisions.Length]);
        return card;
    }

    private static double? SumOfAll(IEnumerable<ScorecardLine> rows, Func<ScorecardLine, double?> figure) =>
        rows.Aggregate((double?)0, (sum, row) => sum + figure(row));

    private static void Shuffle<T>(Random random, List<T> items)
    {
        var shuffled = items.ToArray();
        random.Shuffle(shuffled);
        items.Clear();
        items.AddRange(shuffled);
    }
}
