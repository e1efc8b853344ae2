using ControlStrategy.Reporting.Definitions;
using ControlStrategy.Reporting.Layout;
using ControlStrategy.Reporting.Tests.Fakes;
using Xunit;

namespace ControlStrategy.Reporting.Tests.Composing;

public sealed class ParameterTests
{
    private const string Area = "S12000033";

    [Fact]
    public async Task A_missing_parameter_is_named_with_what_it_is()
    {
        var refusal = await RefusalOf([]);

        Assert.Equal("area", refusal.Parameter);
        Assert.False(refusal.IsUnknownValue);
        Assert.Equal("The parameter 'area' is missing. An area's code.", refusal.Message);
    }

    [Fact]
    public async Task An_empty_parameter_counts_as_missing()
    {
        Assert.Contains("missing", (await RefusalOf(new() { ["area"] = "" })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parameter_the_report_does_not_take_is_named_with_those_it_takes()
    {
        var refusal = await RefusalOf(new() { ["area"] = Area, ["colour"] = "red" });

        Assert.Equal("colour", refusal.Parameter);
        Assert.EndsWith("It takes: area, period.", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("area", "S12 000033")]
    [InlineData("area", "S12000033\n")]
    [InlineData("area", "\"; drop table")]
    [InlineData("period", "2021")]
    [InlineData("period", "2021/2022")]
    [InlineData("period", "2021-13")]
    [InlineData("period", "2021/22 Q5")]
    [InlineData("period", "last year")]
    public async Task A_malformed_parameter_is_named(string parameter, string value)
    {
        var given = new Dictionary<string, string> { ["area"] = Area, [parameter] = value };

        var refusal = await RefusalOf(given);

        Assert.Equal(parameter, refusal.Parameter);
        Assert.False(refusal.IsUnknownValue);
    }

    [Theory]
    [InlineData("2021/22")]
    [InlineData("2021/22 Q2")]
    [InlineData("2021/22 YTD Sep")]
    [InlineData("2021-09")]
    public async Task A_period_may_be_a_year_a_quarter_a_part_of_a_year_or_a_month(string period)
    {
        var content = await Compose(new FakeApi(), new() { ["area"] = Area, ["period"] = period });

        Assert.Equal($"Counts in {period}", content.Sheets[0].Title);
    }

    [Fact]
    public async Task An_area_of_which_nothing_is_known_is_named_as_unknown()
    {
        var api = new FakeApi { AreaName = null };

        var refusal = await Assert.ThrowsAsync<ReportParameterException>(() => Compose(api, new() { ["area"] = "S99999999" }));

        Assert.Equal("area", refusal.Parameter);
        Assert.True(refusal.IsUnknownValue);
        Assert.Contains("'S99999999'", refusal.Message, StringComparison.Ordinal);
        Assert.Single(api.Calls);
    }

    [Fact]
    public async Task Variables_are_parameters_and_constants_with_their_types()
    {
        var api = new FakeApi();

        await Compose(api, new() { ["area"] = Area });

        Assert.Equal(
            [
                """{"area":"S12000033"}""",
                """Figures{"area":"S12000033","period":"2021/22","measures":["one","two"],"limit":5,"label":"7","exact":true}""",
            ],
            api.Calls);
    }

    [Theory]
    [InlineData("12", 12L)]
    [InlineData("-3", -3L)]
    [InlineData("1.5", null)]
    [InlineData("9223372036854775808", null)]
    public void A_whole_number_is_read_as_one(string text, long? number)
    {
        var parameter = new ParameterDefinition { Name = "n", Type = ParameterType.WholeNumber, IsRequired = true, Description = "" };

        if (number is null)
            Assert.Throws<ReportParameterException>(() => parameter.Read(text));
        else
            Assert.Equal(number, parameter.Read(text));
    }

    private static Task<ReportParameterException> RefusalOf(Dictionary<string, string> given) =>
        Assert.ThrowsAsync<ReportParameterException>(() => Compose(new FakeApi(), given));

    private static async Task<ReportContent> Compose(FakeApi api, Dictionary<string, string> given)
    {
        using var report = SmallReport.Write();
        var composer = new ReportComposer(api.RunAsync, new ManifestContext(FakeApi.SchemaSha256));
        return await composer.ComposeAsync(ReportCatalogue.Open(report.Folder).Load("small"), given, CancellationToken.None);
    }
}
