using ControlStrategy.Domain.Measures;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ControlStrategy.Data.Tests.Importing;

/// <summary>Counts that say how many of them were cleared up.</summary>
public sealed class ClearedUpImportTests : ImportTest
{
    [Fact]
    public async Task More_may_be_cleared_up_than_was_recorded_in_the_period()
    {
        await AddMeasureAsync();
        var report = await TidyAsync("housebreaking,S12000033,2021-04,12,15,,", "housebreaking,S12000033,2021-05,12,0,,", "housebreaking,S12000033,2021-06,0,,,");

        Assert.Equal((3, 3), (report.Read, report.New));
        Assert.Equal([15m, 0m, null], await Database.ReadAsync(x => x.Observations.OrderBy(o => o.PeriodStart).Select(o => o.Numerator).ToListAsync()));
    }

    [Theory]
    [InlineData("housebreaking,S12000033,2021-04,12,1.5,,", "numerator", "1.5", "is not a whole number, and this is a count")]
    [InlineData("housebreaking,S12000033,2021-04,12,5,12,", "denominator", "12", "is given, and a count has no denominator")]
    [InlineData("all-crimes,S12000033,2021-04,12,5,,", "numerator", "5", "is not the value: a count is its own numerator")]
    public async Task They_are_whole_and_only_of_measures_that_count_them(string row, string column, string value, string reason)
    {
        await AddMeasureAsync();

        await AssertRejectedAsync(await TidyAsync(row), 2, column, value, reason);
    }

    private async Task AddMeasureAsync()
    {
        await using var context = await Database.Contexts.CreateDbContextAsync();
        context.Add(new Measure
        {
            Code = "housebreaking",
            Name = "Housebreaking",
            Definition = "Recorded in the period.",
            Outcome = await context.Outcomes.AsTracking().SingleAsync(),
            Group = MeasureGroup.DeliveryAndImpact,
            Kind = MeasureKind.Count,
            Unit = "crimes",
            Decimals = 0,
            Polarity = Polarity.LowerIsBetter,
            Grain = Domain.Periods.Grain.Month,
            NumeratorLabel = "Cleared up",
            Source = "Tests",
            DisclosureThreshold = 0,
        });
        await context.SaveChangesAsync();
    }
}
