using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Surveys;

namespace ControlStrategy.Domain.Tests.Surveys;

/// <summary>A question with waves, breaks and estimates to compare.</summary>
internal static class Asked
{
    public const int Tayside = 14;
    public const int Glasgow = 17;

    private static readonly PerceptionSurvey Survey =
        new() { Code = "SCJS", Name = "Survey", Provider = "A provider", Design = SurveyDesign.Probability };

    public static readonly SurveyWave W2008 = Wave("2008/09", 2008, 2009, 1.5m);
    public static readonly SurveyWave W2012 = Wave("2012/13", 2012, 2013, 1.3m);
    public static readonly SurveyWave W2014 = Wave("2014/15", 2014, 2015, 1.2m);
    public static readonly SurveyWave W2016 = Wave("2016/17", 2016, 2017, 1.34m);
    public static readonly SurveyWave W2017 = Wave("2017/18", 2017, 2018, 1.22m);

    public static SurveyWave Pooled(decimal? factor, int from = 2016, int to = 2018) => Wave($"{from}-{to % 100}", from, to, factor, true);

    public static SurveyWave Wave(string label, int from, int to, decimal? factor, bool isPooled = false) => new()
    {
        Survey = Survey,
        Label = label,
        FieldworkFirstDay = new(from, 4, 1),
        FieldworkLastDay = new(to, 3, 31),
        DesignFactor = factor,
        Pooled = isPooled,
    };

    public static AskedQuestion Question(
        Polarity polarity = Polarity.HigherIsBetter, SurveyDesign design = SurveyDesign.Probability, params QuestionBreak[] breaks) => new()
        {
            Design = design,
            Polarity = polarity,
            Waves = [W2017, W2014, W2012, W2008, W2016],
            Breaks = breaks,
        };

    public static QuestionBreak Break(int year, int month = 4) => new()
    {
        Question = new() { Survey = Survey, Code = "QRATPOL", Wording = "How good?", FavourableResponses = "Good", Polarity = Polarity.HigherIsBetter },
        StartsOn = new(year, month, 1),
        Reason = "New wording.",
        RecordedAt = Sample.Noon,
    };

    /// <summary>An estimate as the question shows it.</summary>
    public static EstimatePoint Point(this AskedQuestion question, SurveyWave wave, decimal? percentage, int? unweightedBase, int areaId = Tayside) =>
        new(areaId, wave, question.Show(wave, new RecordedEstimate(percentage, unweightedBase, percentage is null && unweightedBase > 0)));
}
