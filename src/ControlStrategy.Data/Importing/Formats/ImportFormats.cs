using ControlStrategy.Data.Importing.Files;
using ControlStrategy.Domain.Imports;

namespace ControlStrategy.Data.Importing.Formats;

/// <summary>Tells which format a file of a kind has.</summary>
internal static class ImportFormats
{
    /// <summary>Finds the columns of a file. A publisher's own file is told by a column that ours does not have.</summary>
    /// <exception cref="ImportHeaderException">A required column is missing, or one is not known.</exception>
    public static IImportFormat Of(ImportKind kind, RecordFile file) => kind switch
    {
        ImportKind.RecordedCrime => new RecordedCrimeFormat(file),
        ImportKind.Population => new PopulationFormat(file),
        ImportKind.Observations => new ObservationsFormat(file),
        ImportKind.Survey => ScjsFormat.Fits(file) ? new ScjsFormat(file) : new SurveyFormat(file),
        ImportKind.Areas => WardsFormat.Fits(file) ? new WardsFormat(file) : new AreasFormat(file),
        ImportKind.Initiatives => new InitiativesFormat(file),
        ImportKind.Milestones => new MilestonesFormat(file),
        ImportKind.Activities => new ActivitiesFormat(file),
        ImportKind.Targets => new TargetsFormat(file),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of import."),
    };
}
