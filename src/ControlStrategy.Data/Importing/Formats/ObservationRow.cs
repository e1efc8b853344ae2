using ControlStrategy.Data.Importing.Files;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;

namespace ControlStrategy.Data.Importing.Formats;

/// <summary>An observation as a file states it.</summary>
internal readonly record struct ObservationRow
{
    public required int MeasureId { get; init; }

    public required int AreaId { get; init; }

    public required Period Period { get; init; }

    public required decimal Value { get; init; }

    public decimal? Numerator { get; init; }

    public decimal? Denominator { get; init; }

    public ObservationStatus Status { get; init; }
}

/// <summary>Reads the current row of a file; null means that it is in order, otherwise the refusal says why it is not kept.</summary>
internal delegate RowRefusal? ReadObservation(RecordFile row, Catalogue known, out ObservationRow observation);
