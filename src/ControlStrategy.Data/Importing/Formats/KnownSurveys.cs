using ControlStrategy.Domain.Surveys;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Data.Importing.Formats;

/// <summary>The surveys that exist, with questions and waves. A survey's own file may bring new ones, and complete those held.</summary>
internal sealed class KnownSurveys
{
    private readonly StrategyContext _context;
    private readonly Dictionary<string, PerceptionSurvey> _surveys;
    private readonly Dictionary<(string, string), SurveyQuestion> _questions;
    private readonly Dictionary<(string, string), SurveyWave> _waves;

    private KnownSurveys(StrategyContext context, List<PerceptionSurvey> surveys)
    {
        _context = context;
        _surveys = surveys.ToDictionary(survey => survey.Code, StringComparer.Ordinal);
        _questions = surveys.SelectMany(survey => survey.Questions).ToDictionary(question => (question.Survey.Code, question.Code));
        _waves = surveys.SelectMany(survey => survey.Waves).ToDictionary(wave => (wave.Survey.Code, wave.Label));
    }

    public static async Task<KnownSurveys> LoadAsync(StrategyContext context, CancellationToken cancellation) => new(
        context,
        await context.PerceptionSurveys.Include(survey => survey.Questions).Include(survey => survey.Waves).AsSplitQuery()
            .ToListAsync(cancellation));

    public PerceptionSurvey? Find(SurveyStatement stated) => _surveys.GetValueOrDefault(stated.Code);

    public SurveyQuestion? Find(SurveyStatement survey, QuestionStatement stated) =>
        _questions.GetValueOrDefault((survey.Code, stated.Code));

    public SurveyWave? Find(SurveyStatement survey, Sweep stated) => _waves.GetValueOrDefault((survey.Code, stated.Label));

    /// <summary>The keys of wave and question of a checked row; what is not held yet is stored, what is lacking filled in.</summary>
    public async ValueTask<(int WaveId, int QuestionId)> KeysAsync(SurveyRow row, CancellationToken cancellation)
    {
        var isKnown = Find(row.Survey, row.Question) is not null && Find(row.Survey, row.Wave) is not null;
        var survey = Find(row.Survey) ?? Add(row.Survey);
        var question = Find(row.Survey, row.Question) ?? Add(survey, row.Question);
        var wave = Find(row.Survey, row.Wave) ?? Add(survey, row);
        // Once for each question and wave that is new or lacks something, not for each row.
        if (!isKnown | Complete(question, row.Question.Summary) | Complete(wave, row.DesignFactor))
            await _context.SaveChangesAsync(cancellation);
        return (wave.Id, question.Id);
    }

    private bool Complete(SurveyQuestion question, string? summary)
    {
        if (question.Summary is not null || summary is null)
            return false;
        _context.Entry(question).Property(held => held.Summary).CurrentValue = summary;
        return true;
    }

    private bool Complete(SurveyWave wave, decimal? designFactor)
    {
        if (wave.DesignFactor is not null || designFactor is null)
            return false;
        _context.Entry(wave).Property(held => held.DesignFactor).CurrentValue = designFactor;
        return true;
    }

    private PerceptionSurvey Add(SurveyStatement stated)
    {
        var survey = new PerceptionSurvey
        {
            Code = stated.Code,
            Name = stated.Name!,
            Provider = stated.Provider!,
            Design = stated.Design!.Value,
        };
        _context.Add(survey);
        return _surveys[survey.Code] = survey;
    }

    private SurveyQuestion Add(PerceptionSurvey survey, QuestionStatement stated)
    {
        var question = new SurveyQuestion
        {
            Survey = survey,
            Code = stated.Code,
            Wording = stated.Wording!,
            Summary = stated.Summary,
            FavourableResponses = stated.FavourableResponses!,
            Polarity = stated.Polarity!.Value,
        };
        _context.Add(question);
        return _questions[(survey.Code, question.Code)] = question;
    }

    private SurveyWave Add(PerceptionSurvey survey, SurveyRow row)
    {
        var wave = new SurveyWave
        {
            Survey = survey,
            Label = row.Wave.Label,
            FieldworkFirstDay = row.Wave.FirstDay,
            FieldworkLastDay = row.Wave.LastDay,
            Pooled = row.Wave.IsPooled,
            DesignFactor = row.DesignFactor,
        };
        _context.Add(wave);
        return _waves[(survey.Code, wave.Label)] = wave;
    }
}
