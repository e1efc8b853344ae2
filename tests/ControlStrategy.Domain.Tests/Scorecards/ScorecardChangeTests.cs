using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Statistics;
using Xunit;

namespace ControlStrategy.Domain.Tests.Scorecards;

/// <summary>Tests of changes. Probabilities were computed apart from the product: the E-test by summing all pairs, the normal limit by erfc.</summary>
public sealed class ScorecardChangeTests
{
    [Theory]
    [InlineData(20, 10, 0.0688, Significance.Ns)]
    [InlineData(6, 2, 0.1749, Significance.Ns)]
    [InlineData(3, 0, 0.0884, Significance.Ns)]
    [InlineData(15, 30, 0.0253, Significance.S)]
    public void Two_counts_alone_have_the_plain_test(int current, int previous, double pValue, Significance significance)
    {
        var change = new ScorecardBuilder("2021/22").Years(7, current, previous).Row(7).Change;

        Assert.Equal((TestMethod.PoissonETest, pValue, significance), (change.Method, Math.Round(change.PValue!.Value, 4), change.Significance));
        Assert.Equal((change.PValue, null, 0, null), (change.PlainPValue, change.Dispersion, change.EarlierChanges, change.TestReason));
        Assert.Equal(change.PlainPValue, new ScorecardBuilder("2021/22").Years(7, previous, current).Row(7).Change.PlainPValue);
    }

    [Fact]
    public void Counts_are_tested_for_the_people_they_are_counted_among()
    {
        var equal = new ScorecardBuilder("2021/22").Years(7, 120, 100).People(7, 2020, 1_000).Row(7).Change;
        Assert.Equal(0.178106, equal.PlainPValue!.Value, 6);
        var grown = new ScorecardBuilder("2021/22").Years(7, 120, 100).People(7, 2020, 1_000).People(7, 2021, 1_200).Row(7).Change;
        Assert.Equal(1, grown.PlainPValue!.Value, 6);
        var doubled = new ScorecardBuilder("2021/22").Years(7, 120, 100).People(7, 2020, 1_000).People(7, 2021, 2_000).Row(7).Change;
        Assert.Equal((0.000546, Significance.Sss), (Math.Round(doubled.PlainPValue!.Value, 6), doubled.Significance));
    }

    [Fact]
    public void Where_people_are_known_of_one_side_only_exposure_is_taken_for_equal() =>
        Assert.Equal(0.178106, new ScorecardBuilder("2021/22").Years(7, 120, 100).People(7, 2021, 2_000).Row(7).Change.PlainPValue!.Value, 6);

    [Fact]
    public void Five_earlier_changes_say_how_much_the_measure_varies()
    {
        // Squared standardised changes 3.9130, 7.2727, 2, 0.1163 and 0.5: mean 2.7604; this change is 1.3484 standard errors.
        var change = new ScorecardBuilder("2021/22").Years(7, 120, 100, 130, 90, 110, 105, 95).Row(7).Change;

        Assert.Equal((5, 2.7604, 0.178106, 0.417032), (change.EarlierChanges, Rounded(change.Dispersion, 4), Rounded(change.PlainPValue, 6), Rounded(change.PValue, 6)));
        Assert.Equal(Significance.Ns, change.Significance);
        Assert.Null(new ScorecardBuilder("2021/22").Years(7, 120, 100, 130, 90, 110, 105).Row(7).Change.Dispersion);
    }

    [Fact]
    public void Earlier_changes_lie_as_many_years_apart_as_the_periods_compared()
    {
        // Five years: 100 and 50, 130 and 70 … Their mean square is 6.7541; 200 and 105 are 5.4397 standard errors apart.
        var card = new ScorecardBuilder("2021/22") { ComparedYearsBack = 5 }.Years(7, 200, 100, 130, 90, 110, 105, 95, 100, 50, 70, 65);
        var row = card.Row(7);

        Assert.Equal((105.0, 95.0), (row.Previous.Value, row.Change.Number));
        Assert.Equal((5, 6.7541, 0.03634, Significance.S), (row.Change.EarlierChanges, Rounded(row.Change.Dispersion, 4), Rounded(row.Change.PValue, 6), row.Change.Significance));
    }

    [Fact]
    public void Across_a_break_there_is_no_change_and_no_test()
    {
        var change = Broken(new DateOnly(2021, 4, 1)).Years(7, 120, 100).Row(7).Change;

        Assert.Equal((null, null, Reason.BreakInSeries), (change.Number, change.Percent, change.Reason));
        Assert.Equal((null, null, null, Reason.BreakInSeries), (change.PValue, change.Significance, change.Method, change.TestReason));
    }

    [Theory]
    [InlineData(2020, 4, false)]
    [InlineData(2020, 5, true)]
    [InlineData(2021, 4, true)]
    [InlineData(2022, 3, true)]
    [InlineData(2022, 4, false)]
    public void Two_years_are_counted_alike_where_nothing_changed_after_the_first_began(int year, int month, bool isBroken) =>
        Assert.Equal(isBroken ? Reason.BreakInSeries : null, Broken(new DateOnly(year, month, 1)).Years(7, 120, 100).Row(7).Change.TestReason);

    [Fact]
    public void Earlier_changes_across_a_break_say_nothing()
    {
        var whole = Broken().Years(7, 120, 100, 130, 90, 110, 105, 95, 90).Row(7).Change;
        var broken = Broken(new DateOnly(2017, 4, 1)).Years(7, 120, 100, 130, 90, 110, 105, 95, 90).Row(7).Change;

        Assert.Equal((6, 5), (whole.EarlierChanges, broken.EarlierChanges));
        Assert.NotEqual(whole.Dispersion, broken.Dispersion);
    }

    [Fact]
    public void Percentages_are_tested_as_proportions()
    {
        // Pooled 0.55: z = 0.1 / 0.0703562 = 1.4213381, p = erfc(z / √2) = 0.155218.
        var change = Share((60, 100), (50, 100)).Row(7).Change;

        Assert.Equal((TestMethod.TwoProportionZ, 0.155218), (change.Method, Rounded(change.PValue, 6)));
        Assert.Equal((10.0, null, Reason.NotApplicable), (change.Number, change.Percent, change.Reason));
        Assert.Equal(change.PValue, Share((50, 100), (60, 100)).Row(7).Change.PValue);
    }

    [Fact]
    public void A_share_above_all_has_no_test()
    {
        var row = Share((101, 100), (50, 100)).Row(7);

        Assert.Equal((101.0, Reason.NotApplicable, Reason.NotApplicable), (row.Current.Value, row.Current.IntervalReason, row.Change.TestReason));
    }

    [Fact]
    public void A_rate_is_tested_by_its_count_and_people_or_not_at_all()
    {
        var change = new ScorecardBuilder("2021/22", MeasureKind.Rate).Share(7, Grain.Year, 1, (120, 1_000)).Share(7, Grain.Month, 12, (100, 12_000), 1).Row(7).Change;
        Assert.Equal((TestMethod.PoissonETest, 0.178106, 200.0), (change.Method, Rounded(change.PValue, 6), Rounded(change.Number, 6)));
        Assert.Equal(Reason.NotAvailable, new ScorecardBuilder("2021/22", MeasureKind.Rate).Years(7, 12, 10).Row(7).Change.TestReason);
    }

    [Fact]
    public void Without_one_of_the_figures_and_for_surveys_there_is_no_test()
    {
        Assert.Equal(Reason.NotAvailable, new ScorecardBuilder("2021/22").Years(7, 5).Row(7).Change.TestReason);
        Assert.Equal(Reason.NotAvailable, new ScorecardBuilder("2021/22", MeasureKind.Survey).Years(7, 61, 58).Row(7).Change.TestReason);
    }

    [Fact]
    public void Nothing_is_tested_where_no_test_is_asked_for()
    {
        var change = new ScorecardBuilder("2021/22") { WithTests = false }.Years(7, 20, 10).Row(7).Change;

        Assert.Equal((10.0, null, null, null), (change.Number, change.PValue, change.AdjustedPValue, change.TestReason));
    }

    [Fact]
    public void All_probabilities_of_an_answer_are_adjusted_together_and_the_word_is_not()
    {
        // 0.0253, 0.0688 and 0.1749: times 3/1 = 0.0758, 3/2 = 0.1032, 1; the fourth area has no test.
        var rows = new ScorecardBuilder("2021/22").Years(1, 20, 10).Years(2, 15, 30).Years(3, 6, 2).Years(4, 8).Rows(1, 2, 3, 4);

        Assert.Equal([0.1032, 0.0758, 0.1749, null], rows.Select(row => Rounded(row.Change.AdjustedPValue, 4)));
        Assert.Equal([Significance.Ns, Significance.S, Significance.Ns, null], rows.Select(row => row.Change.Significance));
    }

    private static ScorecardBuilder Broken(params DateOnly[] days) =>
        new("2021/22") { Measure = new(ScorecardBuilder.MeasureId, MeasureKind.Count) { Breaks = days } };

    private static ScorecardBuilder Share((decimal, decimal) current, (decimal, decimal) previous) =>
        new ScorecardBuilder("2021/22", MeasureKind.Percentage).Share(7, Grain.Year, 1, current).Share(7, Grain.Year, 1, previous, 1);

    private static double? Rounded(double? number, int decimals) => number is { } some ? Math.Round(some, decimals) : null;
}
