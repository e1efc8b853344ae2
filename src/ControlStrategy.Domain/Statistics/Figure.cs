namespace ControlStrategy.Domain.Statistics;

/// <summary>A number, or the reason there is none.</summary>
public sealed record Figure
{
    private Figure(double? value, Reason? reason, int? missingAreas)
    {
        Value = value;
        Reason = reason;
        MissingAreas = missingAreas;
    }

    /// <summary>The number, unrounded, in the measure's unit (10.5 is 10.5%); null where a reason says why.</summary>
    public double? Value { get; }

    /// <summary>Why there is no number; null where there is one.</summary>
    public Reason? Reason { get; }

    /// <summary>How many areas below this one lack the period, where others have it and the sum is therefore not made; else null. An area that lacks it with all areas below it counts once.</summary>
    public int? MissingAreas { get; }

    /// <summary>A figure that is there.</summary>
    public static Figure Of(double value) => new(value, null, null);

    /// <summary>A figure that is not there.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="missingAreas">How many areas a sum would still need; null where it is not for want of some.</param>
    public static Figure Missing(Reason reason, int? missingAreas = null) => new(null, reason, missingAreas);
}
