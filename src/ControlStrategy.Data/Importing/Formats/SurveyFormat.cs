using ControlStrategy.Data.Importing.Files;
using ControlStrategy.Data.Importing.Writing;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Surveys;

namespace ControlStrategy.Data.Importing.Formats;

/// <summary>Our own tidy format for estimates of any survey, one wave, question and area a row.</summary>
internal sealed class SurveyFormat(RecordFile file) : IImportFormat
{
    public static readonly IReadOnlyList<ImportColumn> Columns =
    [
        ImportColumn.Required("survey", "code", "the survey", "SCJS", "SCJS"),
        ImportColumn.Required("question", "code", "the question", "QRATPOL", "QRATPOL"),
        ImportColumn.Required(
            "wave", "`2021/22`, or `2016-18` for sweeps pooled",
            "the round of fieldwork; a new one gets the days of its financial years",
            "2021/22", "2021/22"),
        ImportColumn.Required("area", "GSS code, now or former, or a division's letter", "where", "D", "S32000015"),
        ImportColumn.Required(
            "percentage", "number from 0 to 100, or empty with a shorthand",
            "weighted share of favourable responses",
            "49.6", ""),
        ImportColumn.Required(
            "base", "whole number, or empty where not published",
            "people who answered, unweighted; 50 or fewer carry no percentage",
            "402", "48"),
        ImportColumn.Optional("wording", "text", "what people are asked; for a question not known here"),
        ImportColumn.Optional("favourable_responses", "text", "the responses counted; for a question not known here"),
        ImportColumn.Optional(
            "polarity", "`LOWER_IS_BETTER`, `HIGHER_IS_BETTER` or `NEUTRAL`",
            "for a question not known here; must not contradict one that is",
            "HIGHER_IS_BETTER", "HIGHER_IS_BETTER"),
        ImportColumn.Optional(
            "design_factor", "number above 0",
            "widens intervals; must not contradict the wave's, none for a self-selecting survey",
            "1.19", "1.19"),
        ImportColumn.Optional("shorthand", "`[u]` or `[x]`", "low reliability or not available, in place of the percentage", "", "[u]"),
        ImportColumn.Optional("survey_name", "text", "for a survey not known here"),
        ImportColumn.Optional("provider", "text", "who carries it out; for a survey not known here"),
        ImportColumn.Optional("design", "`PROBABILITY` or `SELF_SELECTING`", "for a survey not known here"),
    ];

    private readonly HeaderColumns _columns = TidyColumns.Find(file, Columns);

    public async Task<IRowImport> BeginAsync(Destination destination, CancellationToken cancellation)
    {
        var names = new SurveyColumnNames("survey", "question", "polarity", "design_factor") { Design = "design" };
        return new SurveyImport(names, await KnownSurveys.LoadAsync(destination.Context, cancellation), destination.Source!)
            .Begin(destination, row => new TidyRow(row, _columns), Read);
    }

    private static SurveyRow Read(TidyRow row, KnownAreas areas)
    {
        if (!Sweep.TryParse(row.Span("wave"), out var wave))
            row.Refuse("wave", $"is not a wave: write {Sweep.AcceptedForms}");
        var area = areas.Find(row.Span("area")) ?? areas.FindDivision(row.Span("area"));
        if (area is null)
            row.Refuse("area", $"{KnownAreas.Unknown}, nor a division's letter");
        var estimate = new SurveyRow
        {
            Survey = new(
                row.Text("survey"),
                row.TextOrNone("survey_name"),
                row.TextOrNone("provider"),
                row.ChoiceOrNone<SurveyDesign>("design")),
            Question = new(
                row.Text("question"),
                row.TextOrNone("wording"),
                row.TextOrNone("favourable_responses"),
                row.ChoiceOrNone<Polarity>("polarity"),
                Summary: null),
            Wave = wave,
            DesignFactor = row.NumberOrNone("design_factor"),
            AreaId = area ?? 0,
            Percentage = row.NumberOrNone("percentage"),
            UnweightedBase = row.WholeOrNone("base"),
            Shorthand = row.TextOrNone("shorthand"),
        };
        EstimateCheck.Refuse(row, estimate, "base");
        return estimate;
    }
}
