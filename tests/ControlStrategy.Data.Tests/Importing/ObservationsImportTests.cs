using ControlStrategy.Data.Importing.Files;
using ControlStrategy.Domain.Imports;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace ControlStrategy.Data.Tests.Importing;

public sealed class ObservationsImportTests : ImportTest
{
    [Fact]
    public async Task A_row_may_be_a_count_a_percentage_a_rate_or_an_estimate()
    {
        var report = await TidyAsync(
            "all-crimes,S12000033,2021-04,12,,,provisional",
            "detected,S12000033,2021/22 Q1,40.63,13,32,final",
            "casualties,S12000033,2021/22,3.5,,,",
            "feel-safe,S12000036,2021/2022,71.2,,,");

        Assert.Equal((4, 4), (report.Read, report.New));
        Assert.Equal(
            [
                "all-crimes S12000033 2021-04-01 2021-04-30 12", "detected S12000033 2021-04-01 2021-06-30 40.63",
                "casualties S12000033 2021-04-01 2022-03-31 3.5", "feel-safe S12000036 2021-04-01 2022-03-31 71.2",
            ],
            await Database.ObservationsAsync());
        var detected = await Database.ReadAsync(x => x.Observations.SingleAsync(o => o.Measure.Code == "detected"));
        Assert.Equal((13m, 32m, Grain.Quarter, ObservationStatus.Final), (detected.Numerator, detected.Denominator, detected.Grain, detected.Status));
        Assert.StartsWith("Management information, ", detected.Source, StringComparison.Ordinal);
        Assert.Equal(ObservationStatus.Provisional, (await Database.ReadAsync(x => x.Observations.SingleAsync(o => o.Measure.Code == "all-crimes"))).Status);
    }

    [Fact]
    public async Task Columns_stand_in_any_order_and_the_optional_ones_may_be_left_out()
    {
        await Database.ImportAsync(ImportKind.Observations, Lines("value,period,area,measure", "12.0,2021-04,S12000033,all-crimes"));

        Assert.Equal(["all-crimes S12000033 2021-04-01 2021-04-30 12"], await Database.ObservationsAsync());
    }

    [Theory]
    [InlineData("detected", "41,13,32")]
    [InlineData("detected", "40.6,13,32")]
    [InlineData("detected", "40.62,13,32")]
    [InlineData("detected", "40.63,13,32")]
    [InlineData("detected", "40.625,13,32")]
    [InlineData("detected", "112.5,9,8")]
    [InlineData("detected", "0,0,8")]
    [InlineData("casualties", "5,3,6000")]
    [InlineData("casualties", "4.3,3,7000")]
    public async Task A_percentage_or_rate_may_be_rounded_to_the_decimals_it_is_written_with(string measure, string numbers)
    {
        var report = await TidyAsync($"{measure},S12000033,2021-04,{numbers},");

        Assert.True(report.IsImported);
    }

    [Theory]
    [InlineData("nothing,S12000033,2021-04,1,,,", "measure", "nothing", "is not the code of a measure known here")]
    [InlineData("All-Crimes,S12000033,2021-04,1,,,", "measure", "All-Crimes", "is not the code of a measure known here")]
    [InlineData("all-crimes,Aberdeen,2021-04,1,,,", "area", "Aberdeen", "is not the code of an area known here, nor one it had before")]
    [InlineData("all-crimes,S12000033,2021/23,1,,,", "period", "2021/23", "is not a period: write " + PeriodNotation.AcceptedForms)]
    [InlineData("all-crimes,S12000033,2021-04,1,,,sure", "status", "sure", "is neither provisional nor final")]
    [InlineData("all-crimes,S12000033,2021-04,-1,,,", "value", "-1", "is negative: a value is 0 or more")]
    [InlineData("all-crimes,S12000033,2021-04,+1,,,", "value", "+1", "is not a number: write digits, with a point before decimals and nothing else")]
    [InlineData("all-crimes,S12000033,2021-04,922337203685478,,,", "value", "922337203685478", "is too large: the largest number kept is 922,337,203,685,477")]
    [InlineData("all-crimes,S12000033,2021-04,1.25,,,", "value", "1.25", "is not a whole number, and this is a count")]
    [InlineData("all-crimes,S12000033,2021-04,1,1,4,", "denominator", "4", "is given, and a count has no denominator")]
    [InlineData("all-crimes,S12000033,2021-04,1,2,,", "numerator", "2", "is not the value: a count is its own numerator")]
    [InlineData("detected,S12000033,2021-04,50,,2,", "numerator", "", "is empty: a percentage needs its numerator")]
    [InlineData("detected,S12000033,2021-04,50,1,,", "denominator", "", "is empty: a percentage needs its denominator")]
    [InlineData("detected,S12000033,2021-04,50,x,2,", "numerator", "x", "is not a number: write digits, with a point before decimals and nothing else")]
    [InlineData("detected,S12000033,2021-04,0,0,0,", "denominator", "0", "is 0: nothing can be a share of it")]
    [InlineData("detected,S12000033,2021-04,40.61,13,32,", "value", "40.61", "does not agree with 13 / 32, which is 40.625 per cent")]
    [InlineData("detected,S12000033,2021-04,0.41,13,32,", "value", "0.41", "does not agree with 13 / 32, which is 40.625 per cent")]
    [InlineData("casualties,S12000033,2021-04,6,3,6000,", "value", "6", "does not agree with 3 / 6000, which is 5 per 10,000")]
    [InlineData("casualties,S12000033,2021-04,5,3,,", "denominator", "", "is empty: a numerator was given")]
    [InlineData("feel-safe,S12000033,2021-04,100.1,,,", "value", "100.1", "is above 100: an estimate is a share in per cent")]
    [InlineData("feel-safe,S12000033,2021-04,71,,100,", "numerator", "", "is empty: a denominator was given")]
    [InlineData("all-crimes,S12000036,2021/2022,5,,,", "", "all-crimes,S12000036,2021/2022,5,,,", "repeats line 2: same measure, area and period")]
    public async Task A_bad_row_is_named_by_line_column_value_and_reason_and_keeps_the_file_out(
        string row, string column, string value, string reason)
    {
        var report = await TidyAsync("all-crimes,S12000036,2021/22,5,,,", row);

        await AssertRejectedAsync(report, 3, column, value, reason);
    }

    [Fact]
    public async Task A_percentage_in_a_file_without_a_denominator_column_says_which_column_it_needs()
    {
        var report = await Database.ImportAsync(ImportKind.Observations, Lines("measure,area,period,value,numerator", "detected,S12000033,2021-04,50,1"));

        await AssertRejectedAsync(report, 2, "measure", "detected", "needs a column denominator, which the file does not have");
    }

    [Theory]
    [InlineData("measure,area,period", "value is missing")]
    [InlineData("measure,area,period,value,note", "column note is not known. Expected measure, area, period, value and optionally numerator, denominator, status")]
    [InlineData("FeatureCode,DateCode,Measurement,CrimeOrOffence,Value", "measure, area, period are missing")]
    public async Task A_header_of_another_shape_is_refused_with_what_is_expected(string header, string problem)
    {
        var refusal = await Assert.ThrowsAsync<ImportHeaderException>(() => Database.ImportAsync(ImportKind.Observations, Lines(header, "1")));

        Assert.Contains($"figures.csv has the wrong header: {problem}", refusal.Message, StringComparison.Ordinal);
    }
}
