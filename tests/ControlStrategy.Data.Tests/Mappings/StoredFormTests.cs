using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ControlStrategy.Data.Tests.Mappings;

public sealed class StoredFormTests(DatabaseFile database) : IClassFixture<DatabaseFile>
{
    [Fact]
    public async Task A_decimal_is_stored_as_an_integer_with_a_scale_of_4()
    {
        await StoreAsync("scale", 12.34567m);
        Assert.Equal(123_457, await StoredAsync("Value", "scale"));
        await using var context = database.Open();
        Assert.Equal(12.3457m, await context.Observations.Where(x => x.Measure.Code == "scale").Select(x => x.Value).SingleAsync());
    }

    [Fact]
    public async Task A_point_in_time_is_stored_as_milliseconds_since_1970_in_UTC()
    {
        await StoreAsync("instant", 1, new DateTimeOffset(2024, 5, 1, 13, 0, 0, 5, TimeSpan.FromHours(1)));
        Assert.Equal(1_714_564_800_005, await StoredAsync("RecordedAt", "instant"));
        await using var context = database.Open();
        var recordedAt = await context.Observations.Where(x => x.Measure.Code == "instant").Select(x => x.RecordedAt).SingleAsync();
        Assert.Equal(new DateTimeOffset(2024, 5, 1, 12, 0, 0, 5, TimeSpan.Zero), recordedAt);
        Assert.Equal(TimeSpan.Zero, recordedAt.Offset);
    }

    [Fact]
    public async Task Decimals_are_compared_and_sorted_as_numbers_in_SQL()
    {
        await StoreAsync("order", 9.5m, null, 100, 10.25m, 2);
        await using var context = database.Open();
        var sorted = context.Observations.Where(x => x.Measure.Code == "order").OrderByDescending(x => x.Value).Select(x => x.Value);
        Assert.Equal([100m, 10.25m, 9.5m, 2m], await sorted.ToListAsync());
        var least = 9.5m;
        Assert.Equal([100m, 10.25m], await sorted.Where(value => value > least).ToListAsync());
        Assert.Equal([9.5m], await sorted.Where(value => value == 9.5m).ToListAsync());
        Assert.DoesNotContain("ef_compare", sorted.Where(value => value > least).ToQueryString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decimals_are_summed_exactly_in_SQL()
    {
        await StoreAsync("sum", 0.1m, null, 0.2m, 1_000_000.0001m);
        await using var context = database.Open();
        Assert.Equal(1_000_000.3001m, await context.Observations.Where(x => x.Measure.Code == "sum").SumAsync(x => x.Value));
        Assert.Equal(1_000_000.0001m, await context.Observations.Where(x => x.Measure.Code == "sum").MaxAsync(x => x.Value));
    }

    [Theory]
    [InlineData("1e28", 0)]
    [InlineData("-1e28", 1)]
    public async Task A_comparison_with_a_number_too_large_to_be_kept_is_still_true_or_false(string bound, int above)
    {
        var code = "huge" + bound;
        await StoreAsync(code, 5);
        await using var context = database.Open();
        var number = decimal.Parse(bound, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(above, await context.Observations.CountAsync(x => x.Measure.Code == code && x.Value > number));
    }

    [Fact]
    public async Task Points_in_time_are_compared_and_sorted_in_SQL_whatever_their_offset()
    {
        var later = Sample.Noon.AddMinutes(30).ToOffset(TimeSpan.FromHours(-5));
        await StoreAsync("later", 1, later);
        await StoreAsync("sooner", 1, Sample.Noon.ToOffset(TimeSpan.FromHours(9)));
        await using var context = database.Open();
        var codes = context.Observations.Where(x => x.Measure.Code == "later" || x.Measure.Code == "sooner");
        Assert.Equal(["sooner", "later"], await codes.OrderBy(x => x.RecordedAt).Select(x => x.Measure.Code).ToListAsync());
        Assert.Equal(["later"], await codes.Where(x => x.RecordedAt > Sample.Noon).Select(x => x.Measure.Code).ToListAsync());
    }

    private Task<long> StoredAsync(string column, string code) => database.ScalarAsync<long>(
        $"SELECT o.{column} AS Value FROM Observations o JOIN Measures m ON m.Id = o.MeasureId WHERE m.Code = '{code}'");

    private async Task StoreAsync(string code, decimal value, DateTimeOffset? recordedAt = null, params decimal[] more)
    {
        await using var context = database.Open();
        var (measure, area) = (Sample.Measure(code), Sample.Area(code));
        context.AddRange(more.Prepend(value).Select((each, i) => Sample.Observation(measure, area, each, 4 + i, recordedAt)));
        await context.SaveChangesAsync();
    }
}
