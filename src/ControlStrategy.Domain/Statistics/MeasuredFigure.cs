using ControlStrategy.Domain.Measures;

namespace ControlStrategy.Domain.Statistics;

/// <summary>A figure with what it is made of and how sure it is.</summary>
public sealed record MeasuredFigure
{
    /// <summary>The number, unrounded, in the measure's unit (10.5 is 10.5%); null where a reason says why.</summary>
    public double? Value { get; private init; }

    /// <summary>
    /// Lower end of the 95% interval, in the unit of the value: of a count Garwood's exact one below 10 and Byar's approximation from 10,
    /// of a rate that of its count, of a percentage Wilson's; null where there is none.
    /// </summary>
    public double? Lower { get; private init; }

    /// <summary>Upper end of the 95% interval, as the lower one.</summary>
    public double? Upper { get; private init; }

    /// <summary>The counted part of a percentage or rate; of a count its numerator where one is recorded: what was cleared up, for measures that count it; else null.</summary>
    public decimal? Numerator { get; private init; }

    /// <summary>What the numerator of a percentage or rate is a part of; else null.</summary>
    public decimal? Denominator { get; private init; }

    /// <summary>Why there is no number; null where there is one.</summary>
    public Reason? Reason { get; private init; }

    /// <summary>Why there is no interval: NOT_AVAILABLE without the parts it is calculated from, NOT_APPLICABLE for a share above 100%.</summary>
    public Reason? IntervalReason { get; private init; }

    /// <summary>How many areas below this one lack the period, where others have it and the sum is therefore not made; else null. An area that lacks it with all areas below it counts once.</summary>
    public int? MissingAreas { get; private init; }

    /// <summary>PROVISIONAL where anything it is made of may still change; null where there is no number.</summary>
    public ObservationStatus? Status { get; private init; }

    /// <summary>A figure that has no meaning.</summary>
    internal static MeasuredFigure NotApplicable { get; } = new() { Reason = Statistics.Reason.NotApplicable, IntervalReason = Statistics.Reason.NotApplicable };

    internal static MeasuredFigure Of(Search search, MeasureKind kind)
    {
        var figure = search.ToFigure(kind);
        if (figure.Value is null || search.Total is not { } total)
            return new MeasuredFigure { Reason = figure.Reason, IntervalReason = figure.Reason, MissingAreas = figure.MissingAreas };

        var interval = total.Interval(kind);
        return new MeasuredFigure
        {
            Value = figure.Value,
            Lower = interval?.Lower,
            Upper = interval?.Upper,
            Numerator = total.Numerator,
            Denominator = total.Denominator,
            IntervalReason = interval is not null ? null : total.Numerator > total.Denominator ? Statistics.Reason.NotApplicable : Statistics.Reason.NotAvailable,
            Status = total.IsProvisional ? ObservationStatus.Provisional : ObservationStatus.Final,
        };
    }
}
