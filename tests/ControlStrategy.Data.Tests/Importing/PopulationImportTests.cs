using ControlStrategy.Data.Importing.Files;
using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Imports;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ControlStrategy.Data.Tests.Importing;

public sealed class PopulationImportTests : ImportTest
{
    [Fact]
    public async Task A_row_becomes_a_population_that_says_which_import_brought_it()
    {
        var report = await PopulationAsync("S12000033,Aberdeen City,2018,227560,192727", "S12000036,City of Edinburgh,2018,518500,");

        Assert.Equal((2, 2), (report.Read, report.New));
        var rows = await Database.ReadAsync(x => x.AreaPopulations.Include(p => p.Area).Include(p => p.Import).OrderBy(p => p.Id).ToListAsync());
        Assert.Equal([("S12000033", 2018, 227_560, 192_727), ("S12000036", 2018, 518_500, null)], rows.Select(x => (x.Area.Code, x.MidYear, x.AllAges, x.Aged16AndOver)));
        Assert.All(rows, row => Assert.Equal(ImportKind.Population, row.Import!.Kind));
    }

    [Fact]
    public async Task Columns_stand_in_any_order_and_names_of_areas_may_be_left_out()
    {
        var report = await Database.ImportAsync(
            ImportKind.Population, Lines("population_16_and_over,mid_year,population_all_ages,area_code", "192727,2018,227560,S12000033"));

        Assert.Equal(1, report.New);
        Assert.Equal(227_560, (await Database.ReadAsync(x => x.AreaPopulations.SingleAsync())).AllAges);
    }

    [Fact]
    public async Task The_population_of_16_and_over_may_be_left_out()
    {
        await Database.ImportAsync(ImportKind.Population, Lines("area_code,mid_year,population_all_ages", "S12000033,2018,227560"));

        var population = await Database.ReadAsync(x => x.AreaPopulations.SingleAsync());
        Assert.Equal((227_560, null), (population.AllAges, population.Aged16AndOver));
    }

    [Fact]
    public async Task A_corrected_estimate_supersedes_the_old_one_which_stays_as_history()
    {
        await PopulationAsync("S12000033,,2018,227560,192727", "S12000036,,2018,518500,439999");
        Database.Clock.Advance(TimeSpan.FromHours(1));

        var report = await PopulationAsync("S12000033,,2018,227999,192727", "S12000036,,2018,518500,439999", "S12000036,,2019,520000,");

        Assert.Equal((1, 1, 1), (report.New, report.Corrected, report.Unchanged));
        var rows = await Database.ReadAsync(x => x.AreaPopulations.OrderBy(p => p.Id).Select(p => new { p.AllAges, p.ImportId }).ToListAsync());
        Assert.Equal([(518_500, 1), (227_999, 2), (520_000, 2)], rows.Select(x => (x.AllAges, x.ImportId!.Value)));
        var old = await Database.ReadAsync(x => x.AreaPopulations.IgnoreQueryFilters().SingleAsync(p => p.AllAges == 227_560));
        Assert.Equal((ImportDatabase.Start, ImportDatabase.Start.AddHours(1), 1), (old.RecordedAt, old.SupersededAt, old.ImportId));
    }

    [Theory]
    [InlineData("S92000003,,2018,1,1", "area_code", "S92000003", "is not the code of an area known here, nor one it had before")]
    [InlineData("S12000033,,18,1,1", "mid_year", "18", "is not a year from 1900 to 2100")]
    [InlineData("S12000033,,2101,1,1", "mid_year", "2101", "is not a year from 1900 to 2100")]
    [InlineData("S12000033,,20.8,1,1", "mid_year", "20.8", "is not a year from 1900 to 2100")]
    [InlineData("S12000033,,2018,,1", "population_all_ages", "", "is empty: a number is needed")]
    [InlineData("S12000033,,2018,10.5,1", "population_all_ages", "10.5", "is not a whole number, and this is a count")]
    [InlineData("S12000033,,2018,-10,1", "population_all_ages", "-10", "is negative: a value is 0 or more")]
    [InlineData("S12000033,,2018,2147483648,1", "population_all_ages", "2147483648", "is too large: the largest population kept is 2,147,483,647")]
    [InlineData("S12000033,,2018,10,11", "population_16_and_over", "11", "is more than the population of all ages, 10")]
    [InlineData("S12000033,,2018,10,many", "population_16_and_over", "many", "is not a number: write digits, with a point before decimals and nothing else")]
    [InlineData("S12000036,,2018,518500,439999", "", "S12000036,,2018,518500,439999", "repeats line 2: same area and mid-year")]
    public async Task A_bad_row_is_named_by_line_column_value_and_reason_and_keeps_the_file_out(string row, string column, string value, string reason)
    {
        var report = await PopulationAsync("S12000036,,2018,518500,439999", row);

        await AssertRejectedAsync(report, 3, column, value, reason);
        Assert.Equal(0, await Database.CountAsync<AreaPopulation>());
    }

    [Theory]
    [InlineData("area_code,population_all_ages", "mid_year is missing")]
    [InlineData("area_code,mid_year,population_all_ages,population_16_and_over,sex", "column sex is not known")]
    public async Task A_header_of_another_shape_is_refused_with_what_is_expected(string header, string problem)
    {
        var refusal = await Assert.ThrowsAsync<ImportHeaderException>(() => Database.ImportAsync(ImportKind.Population, Lines(header, "1")));

        Assert.Contains(problem, refusal.Message, StringComparison.Ordinal);
    }
}
