using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Surveys;
using Xunit;

namespace ControlStrategy.Domain.Tests.Surveys;

public sealed class EstimateSeriesTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Fact]
    public void Each_wave_is_compared_with_the_shown_one_before_it_and_with_the_first()
    {
        var question = Asked.Question();
        var series = new EstimateSeries(question, [
            question.Point(Asked.W2017, 55, 900), question.Point(Asked.W2016, null, 30), question.Point(Asked.W2014, 50, 900),
            question.Point(Asked.W2012, 60, 900), question.Point(Asked.W2008, null, 0)]);

        Assert.Equal([null, null, "2012/13", "2014/15", "2014/15"], Indexes(series).Select(index => series.SincePrevious(index)?.From.Label));
        Assert.Equal([null, null, "2012/13", "2012/13", "2012/13"], Indexes(series).Select(index => series.SinceFirst(index)?.From.Label));
        Assert.Equal([null, null, -10, null, -5], Indexes(series).Select(index => series.SinceFirst(index)?.Comparison.Difference));
        Assert.Equal(10, series.Pairs().Count());
    }

    [Fact]
    public void Sweeps_and_pooled_waves_and_areas_are_not_mixed()
    {
        var question = Asked.Question();
        Assert.Throws<ArgumentException>(() => new EstimateSeries(question, [question.Point(Asked.W2014, 50, 900), question.Point(Asked.Pooled(1.28m), 50, 900)]));
        Assert.Throws<ArgumentException>(() => new EstimateSeries(question, [question.Point(Asked.W2014, 50, 900), question.Point(Asked.W2016, 50, 900, Asked.Glasgow)]));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_order_of_what_is_given_changes_nothing(int seed)
    {
        var (random, question) = (new Random(seed), Drawn(seed));
        var points = Points(random, question);
        var shuffled = points.ToArray();
        random.Shuffle(shuffled);
        Assert.Equal(new EstimateSeries(question, points).Pairs(), new EstimateSeries(question, shuffled).Pairs());
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_other_way_round_the_difference_is_negated_and_the_verdict_mirrored(int seed)
    {
        var question = Drawn(seed);
        var points = Points(new Random(seed), question);
        foreach (var (from, to) in points.SelectMany(from => points.Select(to => (from, to))))
        {
            var (there, back) = (question.Compare(from, to), question.Compare(to, from));
            Assert.Equal(there with { Difference = -there.Difference, Verdict = Mirrored(there.Verdict) }, back);
            Assert.True(there.Significant is null == there.Reason is not null);
            Assert.Equal(there.Significant, there.Threshold is { } threshold ? Math.Abs(there.Difference!.Value) > threshold : null);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_opposite_polarity_turns_better_into_worse(int seed)
    {
        var question = Drawn(seed) with { Polarity = Polarity.HigherIsBetter };
        var points = Points(new Random(seed), question);
        var pairs = new EstimateSeries(question, points).Pairs().ToList();
        var opposite = new EstimateSeries(question with { Polarity = Polarity.LowerIsBetter }, points).Pairs();
        Assert.Equal(pairs.Select(pair => pair.Comparison with { Verdict = Mirrored(pair.Comparison.Verdict) }), opposite.Select(pair => pair.Comparison));
    }

    private static AskedQuestion Drawn(int seed) =>
        Asked.Question((Polarity)(seed % 3), SurveyDesign.Probability, seed % 4 == 0 ? [Asked.Break(2013)] : []);

    // One in six is withheld, one in six has no base.
    private static List<EstimatePoint> Points(Random random, AskedQuestion question) =>
        [.. question.Waves.Select(wave => random.Next(6) switch
        {
            0 => question.Point(wave, null, random.Next(51)),
            1 => question.Point(wave, random.Next(1_000_001) / 10_000m, null),
            _ => question.Point(wave, random.Next(1_000_001) / 10_000m, random.Next(51, 3_000)),
        })];

    private static IEnumerable<int> Indexes(EstimateSeries series) => Enumerable.Range(0, series.Points.Count);

    private static EstimateVerdict? Mirrored(EstimateVerdict? verdict) => verdict switch
    {
        EstimateVerdict.Better => EstimateVerdict.Worse,
        EstimateVerdict.Worse => EstimateVerdict.Better,
        EstimateVerdict.Higher => EstimateVerdict.Lower,
        EstimateVerdict.Lower => EstimateVerdict.Higher,
        _ => verdict,
    };
}
