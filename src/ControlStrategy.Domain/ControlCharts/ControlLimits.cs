namespace ControlStrategy.Domain.ControlCharts;

/// <summary>
/// Where the points of an XmR chart lie while chance alone moves them, in the unit of the points (NHS England, "Making data count").
/// </summary>
/// <param name="Mean">The mean of the points, the centre of the chart.</param>
/// <param name="MeanMovingRange">The mean difference of neighbouring points without its sign, 0 or more.</param>
public sealed record ControlLimits(double Mean, double MeanMovingRange)
{
    // Three standard deviations, one being the mean moving range divided by 1.128, its expected value for two normal points.
    private const double Width = 2.66;

    /// <summary>Mean − 2.66 × mean moving range; not cut at 0.</summary>
    public double LowerLimit => Mean - (Width * MeanMovingRange);

    /// <summary>Mean + 2.66 × mean moving range.</summary>
    public double UpperLimit => Mean + (Width * MeanMovingRange);

    /// <summary>Two thirds of the way from the mean to the lower limit.</summary>
    public double NearLowerLimit => Mean - NearWidth;

    /// <summary>Two thirds of the way from the mean to the upper limit.</summary>
    public double NearUpperLimit => Mean + NearWidth;

    // Equal values have a mean that may differ from them in its last digit; they lie on it all the same.
    private double Tolerance => 1e-9 * (Math.Abs(Mean) + MeanMovingRange);

    private double NearWidth => Width * MeanMovingRange * 2 / 3;

    /// <summary>1 above the mean, -1 below it, 0 on it.</summary>
    internal int SideOf(double value) => Math.Abs(value - Mean) > Tolerance ? Math.Sign(value - Mean) : 0;

    internal bool IsOutside(double value) => IsFarther(value, Width * MeanMovingRange);

    internal bool IsBeyondNear(double value) => IsFarther(value, NearWidth);

    /// <summary>The limits of the first points of a phase; null where they are too few, or no two of them are neighbours.</summary>
    /// <param name="values">One value for each period in a row; null where it is missing.</param>
    /// <param name="mostPoints">How many of the points count at most.</param>
    internal static ControlLimits? Of(ReadOnlySpan<double?> values, int mostPoints)
    {
        var (sum, points, ranges, neighbours) = (0.0, 0, 0.0, 0);
        for (var i = 0; i < values.Length && points < mostPoints; i++)
        {
            if (values[i] is not { } value) continue;
            sum += value;
            points++;
            if (i == 0 || values[i - 1] is not { } before) continue;
            ranges += Math.Abs(value - before);
            neighbours++;
        }
        return points < ControlChart.FewestPoints || neighbours == 0 ? null : new ControlLimits(sum / points, ranges / neighbours);
    }

    private bool IsFarther(double value, double distance) => Math.Abs(value - Mean) > distance + Tolerance;
}
