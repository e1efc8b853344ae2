using ControlStrategy.Data.Importing.Files;
using ControlStrategy.Data.Importing.Writing;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;

namespace ControlStrategy.Data.Importing.Formats;

/// <summary>A recorded-crime cube of statistics.gov.scot in its long shape: one value a row, a column for the category of crime.</summary>
internal sealed class RecordedCrimeFormat : IImportFormat
{
    public static readonly IReadOnlyList<ImportColumn> Columns =
    [
        ImportColumn.Required("FeatureCode", "GSS code, now or former", "where", "S12000033", "S12000033"),
        ImportColumn.Required(
            "DateCode", "`2021/2022`, `2021-Q2`, `2021-04` or `2021`",
            "financial year, calendar quarter, month or calendar year",
            "2021/2022", "2021/2022"),
        ImportColumn.Required("Measurement", "`Count` or `Ratio`", "what the value is; ratios are read and not stored", "Count", "Ratio"),
        ImportColumn.Required(
            "CrimeOrOffence", "label or slug",
            "category; the one column whose name is the cube's own",
            "All Crimes", "All Crimes"),
        ImportColumn.Required("Value", "whole number", "crimes and offences recorded", "15781", "688.4"),
        ImportColumn.Optional("FeatureName", "text", "not read"),
        ImportColumn.Optional("FeatureType", "text", "not read"),
        ImportColumn.Optional("Units", "text", "not read"),
    ];

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

    public bool IsOurOwn => false;

    public Task<IRowImport> BeginAsync(Destination destination, CancellationToken cancellation) =>
        ObservationRow.ImportAsync(destination, Read);

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
            return new RowRefusal(_area, KnownAreas.Unknown);
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
            Measure = category,
            AreaId = areaId,
            Period = period,
            Value = count.Value,
            Status = ObservationStatus.Final,
        };
        return null;
    }
}
