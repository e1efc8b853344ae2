using ControlStrategy.Data.Importing.Files;
using ControlStrategy.Data.Importing.Writing;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;

namespace ControlStrategy.Data.Importing.Formats;

/// <summary>A recorded-crime cube of statistics.gov.scot in its long shape: one value a row, a column for the category of crime.</summary>
internal sealed class RecordedCrimeFormat : IImportFormat
{
    private const string RatiosAreComputed = "not stored: rates are computed here";

    /// <summary>How far into a file a known category is looked for before it is held to be another cube.</summary>
    private const int ProbedRows = 1_000;

    private static readonly RowRefusal Ratio = new(null, RatiosAreComputed, IsRejection: false);

    private readonly int _area;
    private readonly int _period;
    private readonly int _measurement;
    private readonly int _value;
    private readonly int _category;

    /// <summary>Finds the columns.</summary>
    /// <exception cref="ImportHeaderException">A required column is missing, or not exactly one other column is there.</exception>
    public RecordedCrimeFormat(RecordFile file)
    {
        var columns = new HeaderColumns(
            file, ["FeatureCode", "DateCode", "Measurement", "Value"], ["FeatureName", "FeatureType", "Units"]);
        if (columns.Others.Count != 1)
        {
            var found = columns.Others.Count == 0 ? "none" : string.Join(" and ", columns.Others);
            throw new ImportHeaderException(
                file.Path,
                $"exactly one other column must hold the category of crime, and {found} was found. "
                + $"Expected besides it {columns.Description}.");
        }

        (_area, _period, _measurement) = (columns["FeatureCode"], columns["DateCode"], columns["Measurement"]);
        (_value, _category) = (columns["Value"], columns[columns.Others[0]]);
    }

    public string NotStoredReason => RatiosAreComputed;

    public IRowImport Begin(Destination destination) => new ObservationImport(Read, destination);

    public void CheckSubject(RecordFile rows, Catalogue known)
    {
        var unknown = new SortedSet<string>(StringComparer.Ordinal);
        for (var count = 0; count < ProbedRows && rows.Read(); count++)
        {
            if (rows.FieldCount <= _category)
                continue;
            if (known.Measures.FindCategory(rows[_category]) is not null)
                return;
            if (unknown.Count < 3)
                unknown.Add($"\"{rows[_category]}\" in line {rows.Line}");
        }

        if (unknown.Count > 0)
        {
            throw new ImportCubeException(
                rows.Path, $"column {rows.Header[_category]} holds no category known here, but {string.Join(", ", unknown)}.");
        }
    }

    private RowRefusal? Read(RecordFile row, Catalogue known, out ObservationRow observation)
    {
        observation = default;
        if (row[_measurement] is "Ratio")
            return Ratio;
        if (row[_measurement] is not "Count")
            return new RowRefusal(_measurement, "is neither Count nor Ratio");
        if (known.Areas.Find(row[_area]) is not { } areaId)
            return new RowRefusal(_area, ObservationImport.UnknownArea);
        if (known.Measures.FindCategory(row[_category]) is not { } category)
            return new RowRefusal(_category, "is not a category of recorded crime known here");
        if (!PeriodNotation.TryParseDateCode(row[_period], out var period))
            return new RowRefusal(_period, $"is not a period: write {PeriodNotation.AcceptedDateCodes}");
        if (FieldNumber.Read(row[_value], out var count) is { } reason)
            return new RowRefusal(_value, reason);
        if (!decimal.IsInteger(count.Value))
            return new RowRefusal(_value, FieldNumber.NotWhole);
        observation = new ObservationRow
        {
            MeasureId = category.Id,
            AreaId = areaId,
            Period = period,
            Value = count.Value,
            Status = ObservationStatus.Final,
        };
        return null;
    }
}
