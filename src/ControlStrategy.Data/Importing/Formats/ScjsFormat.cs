using System.Globalization;
using ControlStrategy.Data.Importing.Files;
using ControlStrategy.Data.Importing.Writing;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Surveys;

namespace ControlStrategy.Data.Importing.Formats;

/// <summary>The results of the Scottish Crime and Justice Survey by police division, as published.</summary>
internal sealed class ScjsFormat : IImportFormat
{
    private const string Source = "Scottish Crime and Justice Survey, results by police division";
    private const string Nation = "National Average";

    private static readonly SurveyStatement Survey =
        new("SCJS", "Scottish Crime and Justice Survey", "Scottish Government", SurveyDesign.Probability);

    private readonly HeaderColumns _columns;

    /// <summary>Finds the columns.</summary>
    /// <exception cref="ImportHeaderException">A required column is missing, or one is not known.</exception>
    public ScjsFormat(RecordFile file)
    {
        _columns = new HeaderColumns(
            file,
            [
                "police_division", "division_letter", "survey_year", "variable_code", "question", "summary", "reported_response",
                "percentage", "unweighted_base", "design_factor", "lower_is_better", "shorthand",
            ],
            ["ci95_half_width_pp", "lower_95", "upper_95", "weighted_base"]);
        _columns.RefuseOthers(file.Path);
    }

    public bool IsOurOwn => false;

    public static bool Fits(RecordFile file) => TidyColumns.Has(file, "variable_code");

    public async Task<IRowImport> BeginAsync(Destination destination, CancellationToken cancellation)
    {
        var names = new SurveyColumnNames("variable_code", "variable_code", "lower_is_better", "design_factor");
        return new SurveyImport(names, await KnownSurveys.LoadAsync(destination.Context, cancellation), Source)
            .Begin(destination, file => new TidyRow(file, _columns), Read);
    }

    private static SurveyRow Read(TidyRow row, KnownAreas areas)
    {
        if (!Sweep.TryParse(row.Span("survey_year"), out var wave))
            row.Refuse("survey_year", $"is not a sweep: write {Sweep.AcceptedForms}");
        var estimate = new SurveyRow
        {
            Survey = Survey,
            Question = ReadQuestion(row),
            Wave = wave,
            DesignFactor = row.Number("design_factor").Value,
            AreaId = ReadArea(row, areas),
            Percentage = row.NumberOrNone("percentage"),
            UnweightedBase = row.WholeOrNone("unweighted_base"),
            Shorthand = row.TextOrNone("shorthand"),
        };
        EstimateCheck.Refuse(row, estimate, "unweighted_base");
        CheckInterval(row, estimate);
        return estimate;
    }

    private static QuestionStatement ReadQuestion(TidyRow row)
    {
        var isLowerBetter = row.Span("lower_is_better");
        if (isLowerBetter is not ("0" or "1"))
            row.Refuse("lower_is_better", "is neither 0 nor 1");
        var summary = row.Text("summary");
        // Where the response is only "%", the question is asked for yes or no, and the summary says what a yes means.
        var response = row.Text("reported_response").TrimStart('%').Trim();
        return new QuestionStatement(
            row.Text("variable_code"),
            row.Text("question"),
            response.Length > 0 ? response : summary,
            isLowerBetter is "1" ? Polarity.LowerIsBetter : Polarity.HigherIsBetter,
            summary);
    }

    private static int ReadArea(TidyRow row, KnownAreas areas)
    {
        var letter = row.Span("division_letter");
        var area = letter.IsEmpty && row.Span("police_division") is Nation ? areas.Nation : areas.FindDivision(letter);
        if (area is null)
            row.Refuse(
                letter.IsEmpty ? "police_division" : "division_letter",
                $"is neither the letter of a police division known here nor {Nation}");
        return area ?? 0;
    }

    // The interval is computed from base and factor, not stored: one that does not follow from them shows that one of them is wrong.
    private static void CheckInterval(TidyRow row, SurveyRow estimate)
    {
        if (row.Refusal is not null || EstimateCheck.HalfWidth(estimate) is not { } halfWidth)
            return;
        var percentage = (double)estimate.Percentage!.Value;
        (string Column, double Computed)[] interval =
            [("ci95_half_width_pp", halfWidth), ("lower_95", percentage - halfWidth), ("upper_95", percentage + halfWidth)];
        foreach (var (column, computed) in interval)
        {
            var text = row.Span(column);
            if (!text.IsEmpty
                && !(double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var published)
                    && EstimateCheck.Agrees(published, computed)))
                row.Refuse(
                    column,
                    string.Create(
                        CultureInfo.InvariantCulture, $"does not follow from base and design factor, which give {computed:0.####}"));
        }
    }
}
