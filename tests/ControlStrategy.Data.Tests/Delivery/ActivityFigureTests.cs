using ControlStrategy.Data.Tests.Importing;
using ControlStrategy.Domain.Imports;
using ControlStrategy.Domain.Measures;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ControlStrategy.Data.Tests.Delivery;

/// <summary>Figures of activities after imports into what ships, demonstration data included.</summary>
public sealed class ActivityFigureTests() : ShippedImportTest(ImportKind.Activities)
{
    private const string Header = "initiative,area,held_on,kind,title,reach";
    private const string Visit = "bookmakers-forum,S12000033,2026-10-05,ENGAGEMENT,Visit,24";

    [Fact]
    public async Task Made_up_activities_are_in_made_up_measures_only_and_real_ones_in_real_ones()
    {
        Assert.Empty(await Database.KeptAsync(demonstration: false));
        var madeUp = await Database.KeptAsync(demonstration: true);
        Assert.True(madeUp.Count > 7 * 32 * 120);

        await ImportAsync(Header, Visit, "bookmakers-forum,S12000036,2026-08-31,COMMUNICATION,Poster,");

        var real = await Database.KeptAsync(demonstration: false);
        Assert.Equal(7 * 32 * 3, real.Count);
        Assert.Contains("engagement-reach S12000033 2026-10 24", real);
        Assert.Contains("communication-reach S12000036 2026-08 0", real);
        Assert.Contains("communication-activities S12000036 2026-08 1", real);
        Assert.Equal(await Database.ExpectedAsync(demonstration: false), real);
        Assert.Equal(madeUp, await Database.KeptAsync(demonstration: true));
    }

    [Fact]
    public async Task What_a_file_says_of_a_made_up_activity_moves_it_to_the_real_figures()
    {
        var made = await Database.ReadAsync(x => x.Activities.Include(a => a.Area).Include(a => a.Initiative).OrderBy(a => a.Id).FirstAsync());
        var kind = System.Text.Json.JsonNamingPolicy.SnakeCaseUpper.ConvertName($"{made.Kind}");
        await ImportAsync(Header, $"{made.Initiative.Code},{made.Area.Code},{made.HeldOn:yyyy-MM-dd},{kind},{made.Title},");
        Assert.Equal(await Database.ExpectedAsync(demonstration: false), await Database.KeptAsync(demonstration: false));
        var expected = await Database.ExpectedAsync(demonstration: true);
        // Its month keeps a figure even if nothing else was held then.
        Assert.Subset((await Database.KeptAsync(demonstration: true)).ToHashSet(), expected.ToHashSet());
        await Database.CheckAsync();
    }

    [Fact]
    public async Task A_correction_keeps_what_stood_before_and_the_same_again_writes_nothing()
    {
        await ImportAsync(Header, Visit);
        await ImportAsync(Header, Visit.Replace(",24", ",30", StringComparison.Ordinal));
        var rows = await Database.ReadAsync(x => x.Observations.IgnoreQueryFilters()
            .Where(o => o.Measure.Code == "engagement-reach" && o.Area.Code == "S12000033").OrderBy(o => o.Id)
            .Select(o => new { o.Value, o.ImportId, Ended = o.SupersededAt != null, o.Source }).ToListAsync());
        Assert.Equal([(24m, 1, true), (30m, 2, false)], rows.Select(x => (x.Value, x.ImportId!.Value, x.Ended)));
        Assert.All(rows, x => Assert.Equal("Management information, computed from the activities on record", x.Source));

        var count = await Database.CountAsync<Observation>();
        await ImportAsync(Header, Visit.Replace(",24", ",30", StringComparison.Ordinal));
        // Another file, the same rows.
        await ImportAsync(Header, Visit.Replace(",Visit,24", ",\"Visit\",30", StringComparison.Ordinal));
        await ImportAsync("initiative,area,held_on,kind,title", Visit[..^3]);
        Assert.Equal(count, await Database.CountAsync<Observation>());
        await Database.CheckAsync();
    }

    [Fact]
    public async Task An_activity_above_council_areas_is_in_its_area_and_in_no_part_of_it()
    {
        await ImportAsync(Header, Visit, "bookmakers-forum,S32000003,2026-10-06,ENGAGEMENT,Division day,100", "bookmakers-forum,S92000003,2026-09-06,ENGAGEMENT,National day,1000");
        var kept = await Database.KeptAsync(demonstration: false);
        Assert.Equal(await Database.ExpectedAsync(demonstration: false), kept);
        Assert.Contains("engagement-activities S32000003 2026-10 1", kept);
        Assert.Contains("engagement-reach S92000003 2026-10 124", kept);
        Assert.Contains("engagement-reach S92000003 2026-09 1000", kept);
        Assert.Equal(7 * (32 + 2) * 2, kept.Count);
        await Database.CheckAsync();

        // Once an area has figures of its own they go on.
        await ImportAsync(Header, Visit.Replace("2026-10-05", "2026-11-05", StringComparison.Ordinal));
        Assert.Contains("engagement-activities S32000003 2026-11 0", await Database.KeptAsync(demonstration: false));
        await Database.CheckAsync();
    }

    [Fact]
    public async Task A_year_without_any_activity_has_no_figures_and_a_month_without_has_nought()
    {
        await ImportAsync(Header, Visit, Visit.Replace("2026-10-05", "2024-02-05", StringComparison.Ordinal));
        var months = (await Database.KeptAsync(demonstration: false)).Select(line => line.Split(' ')[2]).Distinct().ToList();
        // February and March of 2023/24, and 2026/27 up to the last; 2024/25 and 2025/26 are not known.
        Assert.Equal(["2024-02", "2024-03", "2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09", "2026-10"], months);
        Assert.Equal(await Database.ExpectedAsync(demonstration: false), await Database.KeptAsync(demonstration: false));
        await Database.CheckAsync();
    }

    [Fact]
    public async Task A_month_is_provisional_until_it_is_over()
    {
        await ImportAsync(Header, Visit.Replace("2026-10-05", "2026-12-01", StringComparison.Ordinal), Visit);
        Assert.Equal([(10, ObservationStatus.Final), (11, ObservationStatus.Final), (12, ObservationStatus.Provisional)], await StatusesAsync());
        Database.Clock.Advance(TimeSpan.FromDays(31));
        await ImportAsync(Header, Visit.Replace("24", "25", StringComparison.Ordinal));
        Assert.Equal([(10, ObservationStatus.Final), (11, ObservationStatus.Final), (12, ObservationStatus.Final)], await StatusesAsync());
        await Database.CheckAsync();
    }

    [Fact]
    public async Task Areas_that_move_take_their_activities_with_them()
    {
        await Database.ImportAsync(ImportKind.Areas, "code,name,level,parent\nS13000001,One,WARD,S12000033\nS13000002,Two,WARD,S12000036\n");
        await ImportAsync(Header, Visit.Replace("S12000033", "S13000001", StringComparison.Ordinal), Visit.Replace("S12000033", "S12000036", StringComparison.Ordinal));
        Assert.Contains("all-activities S12000033 2026-10 1", await Database.KeptAsync(demonstration: false));

        Database.Clock.Advance(TimeSpan.FromHours(1));
        await Database.ImportAsync(ImportKind.Areas, "code,name,level,parent\nS13000001,One,WARD,S12000036\n");

        var kept = await Database.KeptAsync(demonstration: false);
        Assert.Contains("all-activities S12000033 2026-10 0", kept);
        Assert.Contains("all-activities S12000036 2026-10 2", kept);
        Assert.Contains("all-activities S13000001 2026-10 1", kept);
        Assert.DoesNotContain(kept, line => line.Contains("S13000002", StringComparison.Ordinal));
        await Database.CheckAsync();
    }

    [Fact]
    public async Task No_file_states_what_is_computed()
    {
        foreach (var code in new[] { "engagement-activities", "demo-all-reach" })
        {
            Database.Rejections.Clear();
            var report = await Database.ImportAsync(ImportKind.Observations, $"measure,area,period,value\n{code},S12000033,2026-10,5\n");
            Assert.False(report.IsImported);
            Assert.Equal(("measure", "is computed here from the activities on record: import those"), (Assert.Single(Database.Rejections).Column, Database.Rejections[0].Reason));
        }
    }

    [Fact]
    public async Task A_rejected_file_changes_no_figure()
    {
        var report = await ImportAsync(Header, Visit, "nothing,S12000033,2026-11-05,ENGAGEMENT,Visit,1");
        Assert.False(report.IsImported);
        Assert.Empty(await Database.KeptAsync(demonstration: false));
        await ImportAsync(acceptValid: true, Header, Visit, "nothing,S12000033,2026-11-05,ENGAGEMENT,Visit,1");
        Assert.Equal(7 * 32, (await Database.KeptAsync(demonstration: false)).Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task After_any_files_the_figures_are_what_the_activities_come_to(int seed)
    {
        var random = new Random(seed);
        string[] areas = ["S12000033", "S12000036", "S12000049", "S32000003", "COMMAND-WEST", "S92000003"];
        string[] kinds = ["ENGAGEMENT", "PROBLEM_SOLVING", "COMMUNICATION"];
        for (var file = 0; file < 4; file++)
        {
            var rows = Enumerable.Range(0, 12).Select(_ => FormattableString.Invariant(
                $"bookmakers-forum,{areas[random.Next(areas.Length)]},{2023 + random.Next(4)}-{random.Next(1, 13):00}-{random.Next(1, 29):00},{kinds[random.Next(3)]},Work {random.Next(3)},"))
                .DistinctBy(row => row).Select(row => row + (random.Next(3) == 0 ? "" : $"{random.Next(100)}"));
            await ImportAsync([Header, .. rows]);
            Assert.Equal(await Database.ExpectedAsync(demonstration: false), await Database.KeptAsync(demonstration: false));
            await Database.CheckAsync();
        }
    }

    private Task<List<(int, ObservationStatus)>> StatusesAsync() => Database.ReadAsync(async x =>
        (await x.Observations.Where(o => !o.Measure.Demonstration).Select(o => new { o.PeriodStart.Month, o.Status }).Distinct().OrderBy(o => o.Month).ToListAsync())
            .ConvertAll(o => (o.Month, o.Status)));
}
