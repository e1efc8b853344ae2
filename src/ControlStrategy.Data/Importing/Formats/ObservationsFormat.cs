using ControlStrategy.Data.Importing.Files;
using ControlStrategy.Data.Importing.Writing;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;

namespace ControlStrategy.Data.Importing.Formats;

/// <summary>Our own tidy format: one observation a row, measure and area by code. Without a status a value is final.</summary>
internal sealed class ObservationsFormat : IImportFormat
{
    public static readonly IReadOnlyList<ImportColumn> Columns =
    [
        ImportColumn.Required("measure", "code", "what was measured", "all-crimes", "all-crimes"),
        ImportColumn.Required("area", "GSS code, now or former", "where", "S12000033", "S12000036"),
        ImportColumn.Required("period", "`2021-04`, `2021/22 Q1` or `2021/22`", "month, financial quarter or year", "2022/23", "2022/23"),
        ImportColumn.Required("value", "number, up to four decimals", "the value in the measure's unit", "15781", "32032"),
        ImportColumn.Optional("numerator", "number", "counted part; needed for a percentage; of a count that has one, what was cleared up"),
        ImportColumn.Optional("denominator", "number above 0", "what it is a part of; needed for a percentage, never for a count"),
        ImportColumn.Optional(
            "status", "`provisional` or `final`",
            "whether the value may still change; final where empty",
            "provisional", "final"),
    ];

    private readonly int _measure;
    private readonly int _area;
    private readonly int _period;
    private readonly int _value;
    private readonly int? _numerator;
    private readonly int? _denominator;
    private readonly int? _status;

    /// <summary>Finds the columns.</summary>
    /// <exception cref="ImportHeaderException">A required column is missing, or one is not known.</exception>
    public ObservationsFormat(RecordFile file)
    {
        var columns = TidyColumns.Find(file, Columns);
        (_measure, _area, _period, _value) = (columns["measure"], columns["area"], columns["period"], columns["value"]);
        (_numerator, _denominator, _status) = (columns.Find("numerator"), columns.Find("denominator"), columns.Find("status"));
    }

    public Task<IRowImport> BeginAsync(Destination destination, CancellationToken cancellation) =>
        ObservationRow.ImportAsync(destination, Read);

    private RowRefusal? Read(RecordFile row, Catalogue known, out ObservationRow observation)
    {
        observation = default;
        if (known.Measures.Find(row[_measure]) is not { } measure)
            return new RowRefusal(_measure, "is not the code of a measure known here");
        if (measure.IsComputed)
            return new RowRefusal(_measure, "is computed here from the activities on record: import those");
        if (known.Areas.Find(row[_area]) is not { } areaId)
            return new RowRefusal(_area, KnownAreas.Unknown);
        if (!PeriodNotation.TryParse(row[_period], out var period))
            return new RowRefusal(_period, $"is not a period: write {PeriodNotation.AcceptedForms}");
        if (ReadStatus(row, out var status) is { } wrongStatus)
            return wrongStatus;
        var wrongNumber = ReadNumbers(row, measure, out var parts);
        observation = new ObservationRow
        {
            Measure = measure,
            AreaId = areaId,
            Period = period,
            Status = status,
            Value = parts.Value.Value,
            Numerator = parts.Numerator,
            Denominator = parts.Denominator,
        };
        return wrongNumber;
    }

    private RowRefusal? ReadNumbers(RecordFile row, KnownMeasure measure, out ObservationParts parts)
    {
        parts = default;
        if (FieldNumber.Read(row[_value], out var value) is { } reason)
            return new RowRefusal(_value, reason);
        if (ReadPart(row, _numerator, out var numerator) is { } wrongNumerator)
            return wrongNumerator;
        if (ReadPart(row, _denominator, out var denominator) is { } wrongDenominator)
            return wrongDenominator;
        parts = new ObservationParts(value, numerator, denominator);
        return parts.Check(measure) is { } wrong ? Rejected(wrong.Part, wrong.Reason) : null;
    }

    private static RowRefusal? ReadPart(RecordFile row, int? column, out decimal? part)
    {
        part = null;
        if (column is not { } position || row[position].IsEmpty)
            return null;
        if (FieldNumber.Read(row[position], out var number) is { } reason)
            return new RowRefusal(position, reason);
        part = number.Value;
        return null;
    }

    private RowRefusal? ReadStatus(RecordFile row, out ObservationStatus status)
    {
        var text = _status is { } column ? row[column] : default;
        status = text is "provisional" ? ObservationStatus.Provisional : ObservationStatus.Final;
        return text is "" or "final" or "provisional" ? null : new RowRefusal(_status, "is neither provisional nor final");
    }

    private RowRefusal Rejected(ObservationPart part, string reason) => part switch
    {
        ObservationPart.Value => new RowRefusal(_value, reason),
        ObservationPart.Numerator when _numerator is { } column => new RowRefusal(column, reason),
        ObservationPart.Denominator when _denominator is { } column => new RowRefusal(column, reason),
        _ => new RowRefusal(_measure, $"needs a column {part.ToString().ToLowerInvariant()}, which the file does not have"),
    };
}
