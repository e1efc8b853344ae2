using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Series;
using Xunit;

namespace ControlStrategy.Domain.Tests.Series;

/// <summary>What must hold for any series, tried on many drawn at random from fixed seeds.</summary>
public sealed class SeriesPropertyTests
{
    private const int Count = 36;
    private static readonly DateOnly April = new(2020, 4, 1);
    private static readonly int[] Parts = [10, 11, 12, 13];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 30)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_order_of_rows_and_areas_changes_nothing(int seed)
    {
        foreach (var transform in Enum.GetValues<SeriesTransform>())
        {
            var (plain, shuffled) = (Drawn(seed, Grain.Month, transform), Drawn(seed, Grain.Month, transform));
            Shuffle(seed, shuffled.Observed);
            Shuffle(seed, shuffled.Areas);
            Assert.Equal(plain.Values(), shuffled.Values());
            Assert.Equal(plain.Made().Chart?.Phases, shuffled.Made().Chart?.Phases);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_whole_is_the_sum_of_its_parts_and_there_exactly_when_all_of_them_are(int seed)
    {
        foreach (var transform in Enum.GetValues<SeriesTransform>())
        {
            var whole = Drawn(seed, Grain.Quarter, transform).Values();
            double?[][] parts = [.. Parts.Select(part => Alone(seed, part, transform).Values())];
            Assert.Equal(Enumerable.Range(0, whole.Length).Select(place => parts.Aggregate((double?)0, (sum, part) => sum + part[place])), whole);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void To_March_the_year_to_date_and_the_twelve_months_are_the_year(int seed)
    {
        var years = Drawn(seed, Grain.Year, SeriesTransform.Discrete).Values();
        foreach (var transform in new[] { SeriesTransform.YearToDate, SeriesTransform.Rolling12 })
        {
            Assert.Equal(years, Every(12, Drawn(seed, Grain.Month, transform).Values()));
            Assert.Equal(years, Every(4, Drawn(seed, Grain.Quarter, transform).Values()));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Scaling_a_series_scales_its_limits_and_leaves_its_flags(int seed)
    {
        var (plain, scaled) = (Drawn(seed, Grain.Month, SeriesTransform.Discrete), Drawn(seed, Grain.Month, SeriesTransform.Discrete));
        for (var row = 0; row < scaled.Observed.Count; row++)
            scaled.Observed[row] = scaled.Observed[row] with { Value = scaled.Observed[row].Value * 4 };
        var (one, four) = (plain.Made(), scaled.Made());

        Assert.Equal(Limits(one).Select(limit => limit * 4), Limits(four), (left, right) => left == right || Math.Abs(left!.Value - right!.Value) < 1e-9 * Math.Abs(right.Value));
        Assert.All(one.Points.Zip(four.Points), pair => Assert.Equal(pair.First.Flags, pair.Second.Flags));
    }

    private static double?[] Limits(MeasureSeries made) =>
        made.Chart!.Phases[^1] is var phase ? [phase.Mean, phase.LowerLimit, phase.NearLowerLimit, phase.NearUpperLimit, phase.UpperLimit] : [];

    private static double?[] Every(int count, double?[] values) => [.. values.Where((_, place) => (place + 1) % count == 0)];

    private static SeriesBuilder Drawn(int seed, Grain grain, SeriesTransform transform)
    {
        var card = Alone(seed, null, transform, grain);
        foreach (var part in Parts)
            card.Area(part, SeriesBuilder.Asked);
        return card;
    }

    /// <summary>All parts' months, or those of one part as if they were the whole's.</summary>
    private static SeriesBuilder Alone(int seed, int? only, SeriesTransform transform, Grain grain = Grain.Quarter)
    {
        var random = new Random(seed);
        var grid = SeriesBuilder.Periods(grain, April, Count / new SeriesGrid(grain, April, 1).MonthCount);
        var card = new SeriesBuilder(grid) { Transform = transform };
        foreach (var part in Parts)
        {
            // One month in fifty is missing, so that sums are made for some seeds and refused for others.
            int?[] months = [.. Enumerable.Range(0, Count + 11).Select(_ => random.Next(50) == 0 ? (int?)null : random.Next(200))];
            if (only is null || only == part)
                card.Months(April.AddMonths(-11), months, only is null ? part : SeriesBuilder.Asked);
        }
        return card;
    }

    private static void Shuffle<T>(int seed, List<T> items)
    {
        var shuffled = items.ToArray();
        new Random(seed).Shuffle(shuffled);
        items.Clear();
        items.AddRange(shuffled);
    }
}
