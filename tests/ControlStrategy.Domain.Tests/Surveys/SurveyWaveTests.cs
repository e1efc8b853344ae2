using ControlStrategy.Domain.Surveys;
using Xunit;

namespace ControlStrategy.Domain.Tests.Surveys;

public sealed class SurveyWaveTests
{
    [Fact]
    public void Fieldwork_ends_on_or_after_it_starts()
    {
        Wave(SurveyDesign.Probability, Sample.April).CheckRules();
        Sample.Breaks("WAVE_DATES", "2012/13", Wave(SurveyDesign.Probability, Sample.April.AddDays(-1)).CheckRules);
    }

    [Fact]
    public void A_self_selecting_survey_has_no_margin_of_error_so_no_design_factor()
    {
        Wave(SurveyDesign.Probability, Sample.April, 1.3m).CheckRules();
        Wave(SurveyDesign.SelfSelecting, Sample.April).CheckRules();
        Sample.Breaks("WAVE_DESIGN_FACTOR", "2012/13", Wave(SurveyDesign.SelfSelecting, Sample.April, 1.3m).CheckRules);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_design_factor_is_above_0(int factor) =>
        Sample.Breaks("WAVE_DESIGN_FACTOR", $"not {factor}", () => Wave(SurveyDesign.Probability, Sample.April, factor));

    [Theory]
    [InlineData("2012/13", "2012-13", true)]
    [InlineData("2012/13", "2012/13", true)]
    [InlineData("2016-18", "2016-18*", true)]
    [InlineData("2016-18", "2016/17", false)]
    [InlineData("2012/13", "2012", false)]
    public void A_wave_goes_by_its_label_as_people_and_files_write_it(string label, string written, bool isMeant) =>
        Assert.Equal(isMeant, Asked.Wave(label, 2012, 2013, null).GoesBy(written));

    private static SurveyWave Wave(SurveyDesign design, DateOnly last, decimal? factor = null) => new()
    {
        Survey = new() { Code = "scjs", Name = "Survey", Provider = "A provider", Design = design },
        Label = "2012/13",
        FieldworkFirstDay = Sample.April,
        FieldworkLastDay = last,
        DesignFactor = factor,
    };
}
