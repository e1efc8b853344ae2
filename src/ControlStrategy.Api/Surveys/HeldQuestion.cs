using ControlStrategy.Data;
using ControlStrategy.Data.Figures;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Surveys;
using ControlStrategy.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Api.Surveys;

/// <summary>A survey question as it is held, with its survey's waves.</summary>
/// <param name="SurveyCode">The survey's code, for messages.</param>
/// <param name="Id">Key of the question.</param>
/// <param name="Question">What decides how its estimates are shown and compared.</param>
internal sealed record HeldQuestion(string SurveyCode, int Id, AskedQuestion Question)
{
    /// <summary>Reads the question in two statements.</summary>
    /// <exception cref="RequestException">UNKNOWN_SURVEY or UNKNOWN_QUESTION: no survey has such a code, or it has no such question.</exception>
    public static async Task<HeldQuestion> ReadAsync(StrategyContext context, (string Survey, string Question) codes, DateTimeOffset? asAt, CancellationToken cancellation)
    {
        var survey = await context.PerceptionSurveys.AsNoTracking()
            .Where(survey => survey.Code == codes.Survey)
            .Select(survey => new
            {
                survey.Design,
                Waves = survey.Waves.OrderBy(wave => wave.FieldworkFirstDay).ThenBy(wave => wave.Id).ToList(),
                Questions = survey.Questions.Where(question => question.Code == codes.Question).Select(question => new Known(question.Id, question.Polarity)).ToList(),
            })
            .SingleOrDefaultAsync(cancellation)
            ?? throw new RequestException("UNKNOWN_SURVEY", $"There is no survey '{codes.Survey}'. The query perceptionSurveys lists them.");
        if (survey.Questions is not [var question])
            throw new RequestException("UNKNOWN_QUESTION", $"The survey '{codes.Survey}' has no question '{codes.Question}'. The query surveyQuestions lists them.");
        var breaks = await context.QuestionBreaks.AsNoTracking().Known(asAt).Where(broken => broken.QuestionId == question.Id)
            .OrderBy(broken => broken.StartsOn)
            .ToListAsync(cancellation);
        return new HeldQuestion(codes.Survey, question.Id, new AskedQuestion { Design = survey.Design, Polarity = question.Polarity, Waves = survey.Waves, Breaks = breaks });
    }

    /// <summary>The wave that goes by a label.</summary>
    /// <exception cref="RequestException">UNKNOWN_WAVE: there is none.</exception>
    public SurveyWave Wave(string label) => Question.Waves.FirstOrDefault(wave => wave.GoesBy(label)) ?? throw new RequestException(
        "UNKNOWN_WAVE",
        $"The survey '{SurveyCode}' has no wave '{label}'. Its waves: {string.Join(", ", Question.Waves.Select(wave => wave.Label))}.");

    /// <summary>The breaks as they are answered.</summary>
    public IReadOnlyList<SurveyBreak> Breaks(Func<QuestionBreak, bool>? which = null) =>
        [.. Question.Breaks.Where(which ?? (_ => true)).Select(broken => new SurveyBreak(broken.StartsOn, broken.Reason))];

    private sealed record Known(int Id, Polarity Polarity);
}
