using ControlStrategy.Data.Importing.Files;
using ControlStrategy.Data.Importing.Writing;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;

namespace ControlStrategy.Data.Importing.Formats;

/// <summary>An observation as a file states it.</summary>
internal readonly record struct ObservationRow
{
    public static readonly StoredColumns Columns = new(
        [nameof(Observation.MeasureId), nameof(Observation.AreaId), nameof(Observation.PeriodStart), nameof(Observation.PeriodEnd)],
        [
            nameof(Observation.Grain), nameof(Observation.Value), nameof(Observation.Numerator), nameof(Observation.Denominator),
            nameof(Observation.Status),
        ],
        nameof(Observation.Source));

    public required KnownMeasure Measure { get; init; }

    public required int AreaId { get; init; }

    public required Period Period { get; init; }

    public required decimal Value { get; init; }

    public decimal? Numerator { get; init; }

    public decimal? Denominator { get; init; }

    public ObservationStatus Status { get; init; }

    /// <summary>Begins to take observations.</summary>
    public static Task<IRowImport> ImportAsync(Destination destination, ReadObservation read) => Task.FromResult<IRowImport>(
        new StagedImport(
            new FigureStore<Observation>(destination, Columns),
            "measure, area and period",
            row => read(row, destination.Known, out var observation) is { } refusal
                ? ReadRow.Refused(refusal)
                : observation.From(destination.Source)));

    private ReadRow From(string? source) => ReadRow.Kept(
        Measure.Id, AreaId, Period.FirstDay, Period.LastDay, Period.Grain, Value, Numerator, Denominator, Status, source ?? Measure.Source);
}

/// <summary>Reads the current row of a file; null means that it is in order, otherwise the refusal says why it is not kept.</summary>
internal delegate RowRefusal? ReadObservation(RecordFile row, Catalogue known, out ObservationRow observation);
