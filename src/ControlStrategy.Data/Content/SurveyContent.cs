using System.Globalization;
using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Surveys;

namespace ControlStrategy.Data.Content;

/// <summary>The published national series of the Scottish Crime and Justice Survey.</summary>
internal sealed class SurveyContent
{
    private readonly SurveyFile _file;
    private readonly Area _area;
    private readonly PerceptionSurvey _survey;
    private readonly Dictionary<string, SurveyQuestion> _questions;

    private SurveyContent(SurveyFile file, IReadOnlyDictionary<string, Area> areas)
    {
        (_file, _area) = (file, areas[file.Area]);
        _survey = new PerceptionSurvey { Code = file.Code, Name = file.Name, Provider = file.Provider, Design = file.Design };
        _questions = file.Questions.ToDictionary(item => item.Code, QuestionOf);
    }

    /// <summary>The survey with its questions, waves and estimates.</summary>
    public static PerceptionSurvey Read(IReadOnlyDictionary<string, Area> areas)
    {
        var content = new SurveyContent(ContentFile.Read<SurveyFile>("surveys.json"), areas);
        content._survey.Questions.AddRange(content._questions.Values);
        content._survey.Waves.AddRange(content._file.Waves.Select(content.WaveOf));
        return content._survey;
    }

    private SurveyQuestion QuestionOf(SurveyQuestionItem item) => new()
    {
        Survey = _survey,
        Code = item.Code,
        Wording = item.Wording,
        FavourableResponses = item.FavourableResponses,
        Polarity = item.Polarity,
    };

    private SurveyWave WaveOf(SurveyWaveItem item)
    {
        // The reports name a sweep by its financial year; the days of fieldwork are not among the sources.
        var year = int.Parse(item.Label.AsSpan(0, 4), CultureInfo.InvariantCulture);
        var wave = new SurveyWave
        {
            Survey = _survey,
            Label = item.Label,
            FieldworkFirstDay = new DateOnly(year, 4, 1),
            FieldworkLastDay = new DateOnly(year + 1, 3, 31),
            DesignFactor = item.DesignFactor,
            Interviews = item.Interviews,
        };
        wave.Estimates.AddRange(item.Percentages.Select(estimate => EstimateOf(wave, estimate.Key, estimate.Value)));
        return wave;
    }

    private SurveyEstimate EstimateOf(SurveyWave wave, string question, decimal percentage) => new()
    {
        Wave = wave,
        Question = _questions[question],
        Area = _area,
        Percentage = percentage,
        Source = $"{_file.Source} {wave.Label}",
        RecordedAt = ShippedContent.RecordedAt,
    };
}

/// <summary>The shape of <c>surveys.json</c>.</summary>
internal sealed record SurveyFile(string Code, string Name, string Provider, SurveyDesign Design)
{
    public required string Area { get; init; }

    public required string Source { get; init; }

    public required SurveyQuestionItem[] Questions { get; init; }

    public required SurveyWaveItem[] Waves { get; init; }
}

internal sealed record SurveyQuestionItem(string Code, string Wording, string FavourableResponses, Polarity Polarity);

/// <summary>A wave with its percentages by question code.</summary>
internal sealed record SurveyWaveItem(string Label, decimal DesignFactor, Dictionary<string, decimal> Percentages, int? Interviews = null);
