using System.Text;
using ControlStrategy.Data.Importing.Formats;
using ControlStrategy.Domain.Imports;

namespace ControlStrategy.Data.Importing;

/// <summary>What a file of one kind looks like.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Name">Its name on the command line and in addresses, such as recorded-crime.</param>
/// <param name="Description">What such a file holds, in one sentence.</param>
/// <param name="Columns">Its columns, in the template's order; files may have them in any.</param>
public sealed record ImportTemplate(ImportKind Kind, string Name, string Description, IReadOnlyList<ImportColumn> Columns)
{
    /// <summary>One for each kind, in the order of the kinds.</summary>
    public static IReadOnlyList<ImportTemplate> All { get; } =
    [
        new(ImportKind.RecordedCrime, "recorded-crime", "A statistics.gov.scot cube of recorded crime.", RecordedCrimeFormat.Columns),
        new(ImportKind.Population, "population", "Mid-year populations of areas.", PopulationFormat.Columns),
        new(ImportKind.Observations, "observations", "Values of measures, in our own format.", ObservationsFormat.Columns),
        new(ImportKind.Survey, "survey", "Survey estimates, as published by the SCJS or in our own format.", SurveyFormat.Columns),
        new(ImportKind.Areas, "areas", "Areas, as the published ward look-up or in our own format.", AreasFormat.Columns),
        new(ImportKind.Initiatives, "initiatives", "Initiatives of the strategy in force.", InitiativesFormat.Columns),
        new(ImportKind.Milestones, "milestones", "Milestones of initiatives.", MilestonesFormat.Columns),
        new(ImportKind.Activities, "activities", "Activities under initiatives.", ActivitiesFormat.Columns),
        new(ImportKind.Targets, "targets", "Targets of measures by area and financial year.", TargetsFormat.Columns),
    ];

    /// <summary>A CSV file with the header and rows that import where the demonstration data is.</summary>
    public string Csv
    {
        get
        {
            var text = new StringBuilder().AppendJoin(',', Columns.Select(column => column.Name)).Append('\n');
            for (var row = 0; row < Columns.Max(column => column.Examples.Count); row++)
                text.AppendJoin(',', Columns.Select(column => Quoted(column.Examples.ElementAtOrDefault(row) ?? ""))).Append('\n');
            return text.ToString();
        }
    }

    /// <summary>The columns as a table in Markdown.</summary>
    public string Table => string.Concat(
        Columns.Select(column => $"| {column.Name} | {(column.IsRequired ? "yes" : "no")} | {column.Form} | {column.Meaning} |\n")
            .Prepend("| column | required | form | meaning |\n|---|---|---|---|\n"));

    /// <summary>The template of a kind.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is no kind of import.</exception>
    public static ImportTemplate Of(ImportKind kind) => All.FirstOrDefault(template => template.Kind == kind)
        ?? throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of import.");

    /// <summary>The template of a name; null where no kind goes by it.</summary>
    public static ImportTemplate? Find(string name) => All.FirstOrDefault(template => template.Name == name);

    private static string Quoted(string value) => value.Contains(',', StringComparison.Ordinal) ? $"\"{value}\"" : value;
}
