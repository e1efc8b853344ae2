using ControlStrategy.Data.Importing.Files;
using ControlStrategy.Data.Importing.Writing;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;

namespace ControlStrategy.Data.Importing.Formats;

/// <summary>Targets, one measure, area and financial year a row. A target that differs from the one held supersedes it.</summary>
internal sealed class TargetsFormat(RecordFile file) : IImportFormat
{
    public static readonly IReadOnlyList<ImportColumn> Columns =
    [
        ImportColumn.Required("measure", "code", "what is aimed at; its polarity is not NEUTRAL", "all-crimes", "all-crimes"),
        ImportColumn.Required("area", "GSS code, now or former", "where", "S12000033", "S12000036"),
        ImportColumn.Required("financial_year", "`2022/23`", "when", "2022/23", "2022/23"),
        ImportColumn.Required(
            "value", "number, up to four decimals; at most 100 for a survey",
            "the value aimed at, in the measure's unit",
            "15500", "31500"),
        ImportColumn.Required(
            "tolerance", "number",
            "how far off is tolerated: per cent of the value, points for a percentage",
            "5", "2.5"),
    ];

    private static readonly StoredColumns Stored = new(
        [nameof(Target.MeasureId), nameof(Target.AreaId), nameof(Target.FinancialYearStart)],
        [nameof(Target.Value), nameof(Target.Tolerance), nameof(Target.Demonstration)]);

    private readonly HeaderColumns _columns = TidyColumns.Find(file, Columns);

    public Task<IRowImport> BeginAsync(Destination destination, CancellationToken cancellation) => Task.FromResult<IRowImport>(
        new StagedImport(
            new FigureStore<Target>(destination, Stored),
            "measure, area and financial year",
            row => Read(new TidyRow(row, _columns), destination.Known)));

    private static ReadRow Read(TidyRow row, Catalogue known)
    {
        var measure = ReadMeasure(row, known.Measures);
        var area = row.Area("area", known.Areas);
        var year = ReadYear(row);
        var value = row.Number("value").Value;
        if (measure?.Kind is MeasureKind.Survey && value > 100)
            row.Refuse("value", "is above 100: an estimate is a share in per cent");
        var tolerance = row.Number("tolerance").Value;
        return row.Refusal is { } refusal
            ? ReadRow.Refused(refusal)
            : ReadRow.Kept(measure!.Id, area, year, value, tolerance, false);
    }

    private static KnownMeasure? ReadMeasure(TidyRow row, KnownMeasures known)
    {
        var measure = known.Find(row.Span("measure"));
        if (measure is null)
            row.Refuse("measure", "is not the code of a measure known here");
        else if (measure.Polarity is Polarity.Neutral)
            row.Refuse("measure", "is NEUTRAL: neither lower nor higher is better, so there is nothing to aim at");
        return measure;
    }

    private static int ReadYear(TidyRow row)
    {
        if (!PeriodNotation.TryParse(row.Span("financial_year"), out var period) || period.Grain is not Grain.Year)
            row.Refuse("financial_year", "is not a financial year: write 2022/23");
        return period.FirstDay.Year;
    }
}
