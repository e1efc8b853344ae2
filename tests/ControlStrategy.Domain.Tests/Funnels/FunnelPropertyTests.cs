using ControlStrategy.Domain.Funnels;
using ControlStrategy.Domain.Statistics;
using Xunit;

namespace ControlStrategy.Domain.Tests.Funnels;

/// <summary>What must hold for any areas, tried on many drawn at random from fixed seeds.</summary>
public sealed class FunnelPropertyTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Areas_in_another_order_and_with_other_keys_give_the_same_funnel(int seed)
    {
        foreach (var make in (Func<IReadOnlyList<FunnelArea>, Funnel>[])[Funnel.OfCounts, Funnel.OfProportions])
        {
            // Thirds, whose sums depend on their order in the last digit.
            FunnelArea[] areas = [.. Drawn(seed).Select(area => area with { Observed = area.Observed / 3, Exposure = area.Exposure / 3 })];
            var funnel = make(areas);
            var places = Enumerable.Range(0, areas.Length).ToArray();
            new Random(seed + 1).Shuffle(places);

            var other = make([.. places.Select(place => areas[place] with { AreaId = 1_000 - areas[place].AreaId })]);

            Assert.Equal(funnel with { Points = [] }, other with { Points = [] });
            Assert.Equal(places.Select(place => funnel.Points[place]), other.Points.Select(point => point with { AreaId = 1_000 - point.AreaId }));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Areas_keep_the_order_they_are_given_in(int seed) =>
        Assert.Equal(Drawn(seed).Select(area => area.AreaId), Funnel.OfCounts(Drawn(seed)).Points.Select(point => point.AreaId));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void The_unit_of_exposure_changes_rates_and_limits_alone(int seed)
    {
        var funnel = Funnel.OfCounts(Drawn(seed));
        var other = Funnel.OfCounts([.. Drawn(seed).Select(area => area with { Exposure = area.Exposure * 8 })]);

        Assert.Equal(funnel.Dispersion, other.Dispersion);
        Assert.Equal(funnel.Overall / 8, other.Overall);
        foreach (var (one, eighth) in funnel.Points.Zip(other.Points))
        {
            Assert.Equal((one.Z, one.Word, one.Outside998, one.Expected), (eighth.Z, eighth.Word, eighth.Outside998, eighth.Expected));
            Assert.Equal(one.Limits998?.Upper / 8, eighth.Limits998?.Upper);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_figure_has_a_value_or_a_reason_and_no_figure_is_infinite(int seed)
    {
        foreach (var funnel in new[] { Funnel.OfCounts(Drawn(seed)), Funnel.OfProportions(Drawn(seed)) })
        {
            foreach (var point in funnel.Points)
            {
                Assert.True(point.Value is null == point.Reason is not null);
                Assert.True(point.Limits95 is null == point.LimitsReason is not null);
                double?[] figures = [point.Value, point.Expected, point.Z, point.WinsorisedZ, point.Limits95?.Lower, point.Limits95?.Upper, point.Limits998?.Lower, point.Limits998?.Upper];
                Assert.All(figures, figure => Assert.True(figure is null || double.IsFinite(figure.Value)));
            }

            Assert.True(double.IsFinite(funnel.Overall ?? 0) && double.IsFinite(funnel.Dispersion ?? 0));
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Limits_hold_the_overall_rate_widen_with_dispersion_and_lie_within_what_can_be(int seed)
    {
        foreach (var funnel in new[] { Funnel.OfCounts(Drawn(seed)), Funnel.OfProportions(Drawn(seed)) })
        {
            Assert.Equal(funnel.Dispersion > funnel.DispersionThreshold, funnel.Widened);
            var most = funnel.Distribution is FunnelDistribution.Binomial ? 100 : double.MaxValue;
            foreach (var point in funnel.Points.Where(point => point.Word is not null))
            {
                var (inner, outer) = (point.Limits95!, point.Limits998!);
                Assert.InRange(inner.Lower, outer.Lower, funnel.Overall!.Value);
                Assert.InRange(inner.Upper, funnel.Overall.Value, outer.Upper);
                Assert.InRange(outer.Lower, 0, outer.Upper);
                Assert.InRange(outer.Upper, 0, most * (1 + 1e-12));
                Assert.True(point.Outside998 is false || point.Word is not FunnelWord.AsExpected);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Widened_limits_of_a_count_never_fall_as_exposure_grows(int seed)
    {
        var random = new Random(seed);
        // Ten areas that differ much, and many small ones of every size in no other respect.
        FunnelArea[] areas =
        [
            .. Enumerable.Range(1, 40).Select(id => new FunnelArea(id, random.Next(0, 60_000), 1_000_000)),
            .. Enumerable.Range(100, 60).Select(id => new FunnelArea(id, 0, (id - 99) * 13)),
        ];
        var funnel = Funnel.OfCounts(areas);

        Assert.True(funnel.Widened);
        var sized = funnel.Points.Skip(40).Select(point => (Lower: point.Limits95!.Lower * point.Exposure!.Value, Upper: point.Limits95.Upper * point.Exposure.Value)).ToList();
        foreach (var ((lower, upper), (nextLower, nextUpper)) in sized.Zip(sized.Skip(1)))
            Assert.True(nextLower >= lower - 1e-9 && nextUpper >= upper - 1e-9);
    }

    // Some areas have nothing counted, nobody there, or nothing known; some funnels have too few areas.
    private static FunnelArea[] Drawn(int seed)
    {
        var random = new Random(seed);
        var spread = random.NextDouble() * 0.6;
        return [.. Enumerable.Range(1, random.Next(8, 60)).Select(id =>
        {
            double exposure = random.Next(40) == 0 ? 0 : random.Next(1, 200_000);
            var observed = Math.Round(exposure * 0.03 * (1 + (spread * ((2 * random.NextDouble()) - 1))));
            return new FunnelArea(id, random.Next(30) == 0 ? null : observed, random.Next(30) == 0 ? null : exposure, random.Next(50) == 0 ? Reason.Confidential : null);
        })];
    }
}
