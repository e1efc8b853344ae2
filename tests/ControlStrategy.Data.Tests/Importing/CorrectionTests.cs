using ControlStrategy.Data.Importing.Writing;
using ControlStrategy.Domain.Imports;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ControlStrategy.Data.Tests.Importing;

public sealed class CorrectionTests : ImportTest
{
    private const string Aberdeen = "S12000033,2021/2022,Count,all-crimes,";
    private const string Edinburgh = "S12000036,2021/2022,Count,all-crimes,32032";

    [Fact]
    public async Task A_changed_value_supersedes_the_old_row_and_unchanged_rows_write_nothing()
    {
        await CrimeAsync(Aberdeen + "15781", Edinburgh);
        Database.Clock.Advance(TimeSpan.FromHours(1));

        var report = await CrimeAsync(Aberdeen + "15782", Edinburgh);

        Assert.Equal((2, 0, 1, 1), (report.Read, report.New, report.Corrected, report.Unchanged));
        Assert.Equal(
            [
                "all-crimes S12000033 2021-04-01 2022-03-31 15781 until 13:00", "all-crimes S12000036 2021-04-01 2022-03-31 32032",
                "all-crimes S12000033 2021-04-01 2022-03-31 15782",
            ],
            await Database.ObservationsAsync());
    }

    [Fact]
    public async Task What_was_known_at_any_time_can_be_read_afterwards()
    {
        for (var hour = 0; hour < 3; hour++)
        {
            await CrimeAsync($"{Aberdeen}{100 + hour}");
            Database.Clock.Advance(TimeSpan.FromHours(1));
        }

        Assert.Null(await AsAtAsync(ImportDatabase.Start.AddMinutes(-1)));
        Assert.Equal(100, await AsAtAsync(ImportDatabase.Start));
        Assert.Equal(100, await AsAtAsync(ImportDatabase.Start.AddMinutes(59)));
        Assert.Equal(101, await AsAtAsync(ImportDatabase.Start.AddMinutes(60)));
        Assert.Equal(102, await AsAtAsync(ImportDatabase.Start.AddYears(1)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3600)]
    public async Task A_clock_that_stands_still_or_runs_backwards_does_not_disturb_history(int seconds)
    {
        await CrimeAsync(Aberdeen + "1");

        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(ImportDatabase.Start.AddSeconds(seconds));
        var report = await new Data.Importing.Importer(Database.Contexts, clock).ImportAsync(
            ImportKind.RecordedCrime, Database.Write("later.csv", Lines(CrimeHeader, Aberdeen + "2")), new());

        Assert.Equal(ImportDatabase.Start.AddMilliseconds(1), report.RecordedAt);
        Assert.Equal(1, await AsAtAsync(ImportDatabase.Start));
        Assert.Equal(2, await AsAtAsync(ImportDatabase.Start.AddMilliseconds(1)));
    }

    [Fact]
    public async Task A_row_recorded_in_the_future_is_not_superseded_in_the_past()
    {
        await using (var context = await Database.Contexts.CreateDbContextAsync())
        {
            var (measure, area) = (await context.Measures.FirstAsync(x => x.Code == "all-crimes"), await context.Areas.FirstAsync(x => x.Code == "S12000033"));
            context.Add(Sample.Observation(measure, area, 7, recordedAt: ImportDatabase.Start.AddDays(1)));
            await context.SaveChangesAsync();
        }

        var refusal = await Assert.ThrowsAsync<ImportClockException>(() => CrimeAsync("S12000033,2023-04,Count,all-crimes,8"));

        Assert.Contains("Set the clock right", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(["all-crimes S12000033 2023-04-01 2023-04-30 7"], await Database.ObservationsAsync());
    }

    [Theory]
    [InlineData("detected,S12000033,2021-04,50,1,2,provisional", "detected,S12000033,2021-04,50,1,2,final")]
    [InlineData("detected,S12000033,2021-04,50,1,2,final", "detected,S12000033,2021-04,50,2,4,final")]
    [InlineData("casualties,S12000033,2021-04,5,,,", "casualties,S12000033,2021-04,5,1,2000,")]
    [InlineData("casualties,S12000033,2021-04,5,1,2000,", "casualties,S12000033,2021-04,5,,,")]
    public async Task Another_status_numerator_or_denominator_is_a_correction_too(string before, string after)
    {
        await TidyAsync(before);

        Assert.Equal(1, (await TidyAsync(after)).Corrected);
        Assert.Equal(1, (await TidyAsync(after, "all-crimes,S12000033,2021-04,1,,,")).Unchanged);
    }

    private Task<decimal?> AsAtAsync(DateTimeOffset at) => Database.ReadAsync(context => context.Observations.IgnoreQueryFilters()
        .Where(x => x.RecordedAt <= at && (x.SupersededAt == null || x.SupersededAt > at))
        .Select(x => (decimal?)x.Value).SingleOrDefaultAsync());
}
