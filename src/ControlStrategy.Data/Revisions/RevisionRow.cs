using ControlStrategy.Data.Mappings;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Revisions;
using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Data.Revisions;

/// <summary>
/// A changed figure as a statement gives it, the columns of <see cref="RevisionText"/> by their names: no entity, so that amounts and moments
/// are as they are stored.
/// </summary>
internal sealed class RevisionRow
{
    public int Subject { get; init; }

    public int AreaId { get; init; }

    public DateOnly PeriodStart { get; init; }

    public DateOnly PeriodEnd { get; init; }

    public int WaveId { get; init; }

    public ChangeKind Kind { get; init; }

    public Grain? Grain { get; init; }

    public MeasureKind MeasureKind { get; init; }

    public string? Label { get; init; }

    public int? ImportId { get; init; }

    public long? EarlierValue { get; init; }

    public long? EarlierNumerator { get; init; }

    public long? EarlierDenominator { get; init; }

    public ObservationStatus? EarlierStatus { get; init; }

    public long? EarlierTolerance { get; init; }

    public int? EarlierAged16AndOver { get; init; }

    public int? EarlierUnweightedBase { get; init; }

    public string? EarlierShorthand { get; init; }

    public string? EarlierSource { get; init; }

    public long? EarlierRecordedAt { get; init; }

    public long? LaterValue { get; init; }

    public long? LaterNumerator { get; init; }

    public long? LaterDenominator { get; init; }

    public ObservationStatus? LaterStatus { get; init; }

    public long? LaterTolerance { get; init; }

    public int? LaterAged16AndOver { get; init; }

    public int? LaterUnweightedBase { get; init; }

    public string? LaterShorthand { get; init; }

    public string? LaterSource { get; init; }

    public long LaterRecordedAt { get; init; }

    public FigureState? Earlier => EarlierRecordedAt is not { } recordedAt ? null : new FigureState
    {
        Value = Amount(EarlierValue),
        Reason = Withheld(EarlierShorthand),
        Numerator = Amount(EarlierNumerator),
        Denominator = Amount(EarlierDenominator),
        Status = EarlierStatus,
        Tolerance = Amount(EarlierTolerance),
        Aged16AndOver = EarlierAged16AndOver,
        UnweightedBase = EarlierUnweightedBase,
        Source = EarlierSource,
        RecordedAt = DateTimeOffset.FromUnixTimeMilliseconds(recordedAt),
    };

    public FigureState Later => new()
    {
        Value = Amount(LaterValue),
        Reason = Withheld(LaterShorthand),
        Numerator = Amount(LaterNumerator),
        Denominator = Amount(LaterDenominator),
        Status = LaterStatus,
        Tolerance = Amount(LaterTolerance),
        Aged16AndOver = LaterAged16AndOver,
        UnweightedBase = LaterUnweightedBase,
        Source = LaterSource,
        RecordedAt = DateTimeOffset.FromUnixTimeMilliseconds(LaterRecordedAt),
    };

    private static decimal? Amount(long? units) => units is { } some ? AmountConverter.FromUnits(some) : null;

    private static Reason? Withheld(string? shorthand) => shorthand switch
    {
        null => null,
        "[u]" => Reason.LowReliability,
        _ => Reason.NotAvailable,
    };
}
