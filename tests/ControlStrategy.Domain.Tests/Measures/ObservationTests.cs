using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using Xunit;

namespace ControlStrategy.Domain.Tests.Measures;

public sealed class ObservationTests
{
    private static readonly Measure Count = Sample.Measure(MeasureKind.Count);
    private static readonly Measure Share = Sample.Measure(MeasureKind.Percentage, "cleared up", "recorded");

    [Fact]
    public void An_observation_is_superseded_once()
    {
        var observation = Of(Count);
        observation.Supersede(Sample.Noon.AddHours(1));
        Assert.Equal(Sample.Noon.AddHours(1), observation.SupersededAt);
        Sample.Breaks("FIGURE_SUPERSEDED", "all-crimes in S12000033", () => observation.Supersede(Sample.Noon.AddHours(2)));
        Assert.Equal(Sample.Noon.AddHours(1), observation.SupersededAt);
    }

    [Fact]
    public void An_observation_is_not_superseded_before_it_was_recorded()
    {
        Sample.Breaks("FIGURE_TIME", "all-crimes in S12000033", () => Of(Count).Supersede(Sample.Noon.AddTicks(-1)));
        Of(Count).Supersede(Sample.Noon);
    }

    [Fact]
    public void Only_the_end_of_an_observation_can_be_changed()
    {
        var changeable = typeof(Observation).GetProperties().Where(x => x.SetMethod is not null && !IsInit(x)).Select(x => x.Name);
        // The database gives the keys.
        Assert.Equal([nameof(Observation.SupersededAt)], changeable.Where(name => !name.EndsWith("Id", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(Grain.Month, "2023-04-01", "2023-04-30")]
    [InlineData(Grain.Month, "2024-02-01", "2024-02-29")]
    [InlineData(Grain.Quarter, "2023-04-01", "2023-06-30")]
    [InlineData(Grain.Year, "2023-04-01", "2024-03-31")]
    public void A_period_of_its_length_is_accepted(Grain grain, string first, string last) => Over(grain, first, last).CheckRules();

    [Theory]
    [InlineData(Grain.Month, "2023-04-01", "2023-05-01")]
    [InlineData(Grain.Month, "2023-04-02", "2023-05-01")]
    [InlineData(Grain.Quarter, "2023-04-01", "2023-04-30")]
    [InlineData(Grain.Year, "2023-04-01", "2024-03-30")]
    [InlineData(Grain.Month, "2023-04-01", "2023-03-31")]
    public void A_period_of_another_length_is_refused(Grain grain, string first, string last) =>
        Sample.Breaks("OBSERVATION_PERIOD", $"{first} to {last}", Over(grain, first, last).CheckRules);

    [Fact]
    public void A_percentage_has_a_numerator_and_a_denominator()
    {
        Of(Share, 50, 1, 2).CheckRules();
        Sample.Breaks("OBSERVATION_PARTS", "S12000033", Of(Share, 50, null, 2).CheckRules);
        Sample.Breaks("OBSERVATION_PARTS", "S12000033", Of(Share, 50, 1).CheckRules);
        Sample.Breaks("OBSERVATION_PARTS", "not 0", Of(Share, 50, 1, 0).CheckRules);
    }

    [Fact]
    public void A_count_has_no_denominator_and_is_not_negative()
    {
        Of(Count, 0, 0).CheckRules();
        Sample.Breaks("OBSERVATION_PARTS", "S12000033", Of(Count, 5, 5, 10).CheckRules);
        Sample.Breaks("OBSERVATION_VALUE", "-3", Of(Count, -3).CheckRules);
    }

    [Fact]
    public void Numbers_are_kept_with_four_decimals()
    {
        var observation = Of(Share, 33.33333m, 1.00005m, 3.00004m);
        Assert.Equal((33.3333m, 1.0001m, 3m), (observation.Value, observation.Numerator, observation.Denominator));
        Sample.Breaks("AMOUNT_OUT_OF_RANGE", "79228162514264337593543950335", () => Of(Count, decimal.MaxValue));
    }

    private static Observation Of(Measure measure, decimal value = 7, decimal? numerator = null, decimal? denominator = null) => new()
    {
        Measure = measure,
        Area = Sample.Council,
        PeriodStart = Sample.April,
        PeriodEnd = new(2023, 4, 30),
        Grain = Grain.Month,
        Value = value,
        Numerator = numerator,
        Denominator = denominator,
        Status = ObservationStatus.Final,
        RecordedAt = Sample.Noon,
        Source = "Scottish Government",
    };

    private static Observation Over(Grain grain, string first, string last) => new()
    {
        Measure = Count,
        Area = Sample.Council,
        PeriodStart = Day(first),
        PeriodEnd = Day(last),
        Grain = grain,
        Value = 7,
        Status = ObservationStatus.Final,
        RecordedAt = Sample.Noon,
        Source = "Scottish Government",
    };

    private static bool IsInit(PropertyInfo property) =>
        property.SetMethod!.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);
}
