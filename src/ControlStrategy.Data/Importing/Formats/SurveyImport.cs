using System.Globalization;
using System.Text.Json;
using ControlStrategy.Data.Importing.Files;
using ControlStrategy.Data.Importing.Writing;
using ControlStrategy.Domain.Surveys;

namespace ControlStrategy.Data.Importing.Formats;

/// <summary>Takes estimates of any format, and checks what they say of survey, question and wave against what is held.</summary>
/// <param name="names">The format's columns.</param>
/// <param name="known">The surveys held.</param>
/// <param name="source">Where the estimates were published.</param>
internal sealed class SurveyImport(SurveyColumnNames names, KnownSurveys known, string source)
{
    private static readonly StoredColumns Stored = new(
        [nameof(SurveyEstimate.WaveId), nameof(SurveyEstimate.QuestionId), nameof(SurveyEstimate.AreaId)],
        [nameof(SurveyEstimate.Percentage), nameof(SurveyEstimate.UnweightedBase), nameof(SurveyEstimate.Shorthand)],
        nameof(SurveyEstimate.Source));

    /// <summary>Begins to take rows.</summary>
    /// <param name="destination">Where they go.</param>
    /// <param name="read">Makes the fields of a row ready to be read.</param>
    /// <param name="parse">Reads the fields.</param>
    public IRowImport Begin(Destination destination, Func<RecordFile, TidyRow> read, Func<TidyRow, KnownAreas, SurveyRow> parse) =>
        new StagedImport(
            new FigureStore<SurveyEstimate>(destination, Stored),
            "wave, question and area",
            (file, cancellation) =>
            {
                var row = read(file);
                return TakeAsync(row, parse(row, destination.Known.Areas), cancellation);
            });

    private async ValueTask<ReadRow> TakeAsync(TidyRow row, SurveyRow stated, CancellationToken cancellation)
    {
        CheckSurvey(row, stated.Survey);
        CheckQuestion(row, stated);
        CheckWave(row, stated);
        if (row.Refusal is { } refusal)
            return ReadRow.Refused(refusal);
        var (waveId, questionId) = await known.KeysAsync(stated, cancellation);
        return ReadRow.Kept(waveId, questionId, stated.AreaId, stated.Percentage, stated.UnweightedBase, stated.Shorthand, source);
    }

    private void CheckSurvey(TidyRow row, SurveyStatement stated)
    {
        var held = known.Find(stated);
        if (held is null && (stated.Name is null || stated.Provider is null || stated.Design is null))
            row.Refuse(names.Survey, "is not the code of a survey known here: a new one needs survey_name, provider and design");
        else if (held is not null && stated.Design is { } design && design != held.Design)
            row.Refuse(names.Design, $"contradicts the survey held, which is {Word(held.Design)}");
    }

    private void CheckQuestion(TidyRow row, SurveyRow stated)
    {
        var (question, held) = (stated.Question, known.Find(stated.Survey, stated.Question));
        if (held is null && (question.Wording is null || question.FavourableResponses is null || question.Polarity is null))
            row.Refuse(names.Question, "is not a question known here: a new one needs wording, favourable_responses and polarity");
        if (held is not null && question.Polarity is { } polarity && polarity != held.Polarity)
            row.Refuse(names.Polarity, $"contradicts the question held, which is {Word(held.Polarity)}");
    }

    private void CheckWave(TidyRow row, SurveyRow stated)
    {
        if (stated.DesignFactor is not { } factor)
            return;
        if (factor == 0)
            row.Refuse(names.DesignFactor, "is 0: a design factor is above 0");
        if ((known.Find(stated.Survey)?.Design ?? stated.Survey.Design) is SurveyDesign.SelfSelecting)
            row.Refuse(names.DesignFactor, "is given, and a self-selecting survey has no margin of error");
        if (known.Find(stated.Survey, stated.Wave)?.DesignFactor is { } held && held != factor)
            row.Refuse(
                names.DesignFactor,
                string.Create(CultureInfo.InvariantCulture, $"contradicts the design factor held for {stated.Wave.Label}, {held:0.####}"));
    }

    private static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());
}
