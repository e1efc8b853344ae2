using ControlStrategy.Data.Importing.Files;
using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Imports;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ControlStrategy.Data.Tests.Importing;

public sealed class RecordedCrimeImportTests : ImportTest
{
    [Fact]
    public async Task A_row_becomes_a_final_observation_that_says_which_import_brought_it()
    {
        var report = await CrimeAsync("S12000033,2021/2022,Count,all-crimes,15781");

        Assert.Equal((1, 1, ImportDatabase.Start), (report.Read, report.New, report.RecordedAt));
        var row = await Database.ReadAsync(x => x.Observations.Include(o => o.Measure).Include(o => o.Area).Include(o => o.Import).SingleAsync());
        Assert.Equal(("all-crimes", "S12000033", 15_781m), (row.Measure.Code, row.Area.Code, row.Value));
        Assert.Equal((new DateOnly(2021, 4, 1), new DateOnly(2022, 3, 31), Grain.Year), (row.PeriodStart, row.PeriodEnd, row.Grain));
        Assert.Equal((null, null, ObservationStatus.Final, "Scottish Government"), (row.Numerator, row.Denominator, row.Status, row.Source));
        Assert.Equal((ImportDatabase.Start, "figures.csv", ImportKind.RecordedCrime), (row.RecordedAt, row.Import!.FileName, row.Import.Kind));
        Assert.Equal((1, 1, 0, 0), (row.Import.RowsRead, row.Import.New, row.Import.Corrected, row.Import.Rejected));
    }

    [Fact]
    public async Task Columns_are_found_by_name_in_any_order_and_the_dimension_may_have_any_name()
    {
        await Database.ImportAsync(ImportKind.RecordedCrime, Lines(
            "Value,Crime or Offence,Units,featurecode,FeatureType,DateCode,FeatureName,Measurement",
            "15781,all-crimes,Crimes,S12000033,Council Area,2021/2022,\"Aberdeen, City\",Count"));

        Assert.Equal(["all-crimes S12000033 2021-04-01 2022-03-31 15781"], await Database.ObservationsAsync());
    }

    [Fact]
    public async Task A_label_names_the_category_whose_slug_it_makes()
    {
        await CrimeAsync("S12000033,2021/2022,Count,All Crimes,1", "S12000033,2021/2022,Count,\"Crimes: Group 3: Shoplifting\",2");

        Assert.Equal(
            ["all-crimes S12000033 2021-04-01 2022-03-31 1", "crimes-group-3-shoplifting S12000033 2021-04-01 2022-03-31 2"],
            await Database.ObservationsAsync());
    }

    [Theory]
    [InlineData("2021", "2021-01-01 2021-12-31")]
    [InlineData("2021-Q2", "2021-04-01 2021-06-30")]
    [InlineData("2021-04", "2021-04-01 2021-04-30")]
    public async Task Date_codes_of_other_cubes_are_calendar_years_quarters_and_months(string dateCode, string days)
    {
        await CrimeAsync($"S12000033,{dateCode},Count,all-crimes,7");

        Assert.Equal([$"all-crimes S12000033 {days} 7"], await Database.ObservationsAsync());
    }

    [Fact]
    public async Task Ratios_are_read_and_not_stored()
    {
        var report = await CrimeAsync("S12000033,2021/2022,Ratio,all-crimes,693.1234567", "S12000033,2021/2022,Count,all-crimes,15781");

        Assert.Equal((2, 1, 0), (report.Read, report.New, report.Rejected));
        Assert.Equal(new Dictionary<string, int> { ["not stored: rates are computed here"] = 1 }, report.NotStored);
        Assert.Single(await Database.ObservationsAsync());
        Assert.Equal(1, (await Database.ReadAsync(x => x.Imports.SingleAsync())).NotStored);
    }

    [Fact]
    public async Task An_old_file_finds_an_area_by_the_code_it_had()
    {
        await using (var context = await Database.Contexts.CreateDbContextAsync())
        {
            context.Add(new SupersededAreaCode { Area = await context.Areas.SingleAsync(x => x.Code == "S12000036"), Code = "S12000099" });
            await context.SaveChangesAsync();
        }

        await CrimeAsync("S12000099,2021/2022,Count,all-crimes,32032");

        Assert.Equal(["all-crimes S12000036 2021-04-01 2022-03-31 32032"], await Database.ObservationsAsync());
    }

    [Theory]
    [InlineData("S12000001,2021/2022,Count,all-crimes,1", "FeatureCode", "S12000001", "is not the code of an area known here, nor one it had before")]
    [InlineData("S12000033,2021/2022,Count,no-such-crime,1", "CrimeOrOffence", "no-such-crime", "is not a category of recorded crime known here")]
    [InlineData("S12000033,2021/2022,Count,detected,1", "CrimeOrOffence", "detected", "is not a category of recorded crime known here")]
    [InlineData("S12000033,2021/2022,Percent,all-crimes,1", "Measurement", "Percent", "is neither Count nor Ratio")]
    [InlineData("S12000033,2021/2023,Count,all-crimes,1", "DateCode", "2021/2023", "is not a period: write " + PeriodNotation.AcceptedDateCodes)]
    [InlineData("S12000033,2021/22,Count,all-crimes,1", "DateCode", "2021/22", "is not a period: write " + PeriodNotation.AcceptedDateCodes)]
    [InlineData("S12000033,2021/2022,Count,all-crimes,-3", "Value", "-3", "is negative: a value is 0 or more")]
    [InlineData("S12000033,2021/2022,Count,all-crimes,abc", "Value", "abc", "is not a number: write digits, with a point before decimals and nothing else")]
    [InlineData("S12000033,2021/2022,Count,all-crimes,1000000000000000000000000000000", "Value", "1000000000000000000000000000000", "is too large: the largest number kept is 922,337,203,685,477")]
    [InlineData("S12000033,2021/2022,Count,all-crimes,1E30", "Value", "1E30", "is not a number: write digits, with a point before decimals and nothing else")]
    [InlineData("S12000033,2021/2022,Count,all-crimes,1.23456", "Value", "1.23456", "has more than 4 decimals")]
    [InlineData("S12000033,2021/2022,Count,all-crimes,1.5", "Value", "1.5", "is not a whole number, and this is a count")]
    [InlineData("S12000033,2021/2022,Count,all-crimes,", "Value", "", "is empty: a number is needed")]
    [InlineData("S12000033,2021/2022,Count,all-crimes,\"1,000\"", "Value", "1,000", "is not a number: write digits, with a point before decimals and nothing else")]
    [InlineData("S12000033,2021/2022,Count,all-crimes", "", "S12000033,2021/2022,Count,all-crimes", "has 4 fields, and the header 5")]
    [InlineData("S12000033,2021/2022,Count,all-crimes,1,2", "", "S12000033,2021/2022,Count,all-crimes,1,2", "has 6 fields, and the header 5")]
    [InlineData("S12000036,2021/2022,Count,All Crimes,5", "", "S12000036,2021/2022,Count,All Crimes,5", "repeats line 2: same measure, area and period")]
    public async Task A_bad_row_is_named_by_line_column_value_and_reason_and_keeps_the_file_out(string row, string column, string value, string reason)
    {
        var report = await CrimeAsync("S12000036,2021/2022,Count,all-crimes,5", row);

        Assert.Equal((2, 1), (report.Read, report.New));
        await AssertRejectedAsync(report, 3, column, value, reason);
    }

    [Fact]
    public async Task Demonstration_measures_take_no_recorded_crime()
    {
        await using (var context = await Database.Contexts.CreateDbContextAsync())
            await context.Database.ExecuteSqlAsync($"""UPDATE "Measures" SET "Demonstration" = 1 WHERE "Code" = 'crimes-group-3-shoplifting'""");

        var report = await CrimeAsync("S12000036,2021/2022,Count,all-crimes,5", "S12000036,2021/2022,Count,crimes-group-3-shoplifting,5");

        await AssertRejectedAsync(report, 3, "CrimeOrOffence", "crimes-group-3-shoplifting", "is not a category of recorded crime known here");
    }

    [Fact]
    public async Task A_cube_about_something_else_is_refused_as_a_whole()
    {
        var path = Database.Write("schools.csv", Lines(
            "FeatureCode,DateCode,Measurement,Units,Value,School Sector", "S12000033,2021/2022,Count,Pupils,9,primary", "S12000036,2021/2022,Count,Pupils,9,secondary"));

        var refusal = await Assert.ThrowsAsync<ImportCubeException>(() => Database.ImportFileAsync(ImportKind.RecordedCrime, path));

        Assert.Equal(
            $"{path} is not a recorded-crime cube: column School Sector holds no category known here, but \"primary\" in line 2, \"secondary\" in line 3.",
            refusal.Message);
        Assert.Empty(Database.Rejections);
    }

    [Theory]
    [InlineData("FeatureCode,DateCode,Measurement,Value", "exactly one other column must hold the category of crime, and none was found")]
    [InlineData("FeatureCode,DateCode,Measurement,Value,Age,Gender", "exactly one other column must hold the category of crime, and Age and Gender was found")]
    [InlineData("FeatureCode,DateCode,Value,Crime", "Measurement is missing. Expected FeatureCode, DateCode, Measurement, Value and optionally FeatureName, FeatureType, Units, in any order; found FeatureCode, DateCode, Value, Crime")]
    [InlineData("a,b", "FeatureCode, DateCode, Measurement, Value are missing")]
    [InlineData("FeatureCode,DateCode,Measurement,Value,Crime,value", "column value stands twice")]
    public async Task A_header_of_another_shape_is_refused_with_what_is_expected(string header, string problem)
    {
        var path = Database.Write("cube.csv", Lines(header, "1,2,3,4,5,6"));

        var refusal = await Assert.ThrowsAsync<ImportHeaderException>(() => Database.ImportFileAsync(ImportKind.RecordedCrime, path));

        Assert.StartsWith($"{path} has the wrong header: {problem}", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("IMPORT_HEADER", refusal.Code);
    }
}
