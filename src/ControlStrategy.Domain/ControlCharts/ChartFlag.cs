namespace ControlStrategy.Domain.ControlCharts;

/// <summary>A sign of a special cause: something other than chance moved this point.</summary>
/// <param name="Rule">The rule that the point meets.</param>
/// <param name="Direction">Where to: HIGH or LOW of the mean, for a trend RISING or FALLING.</param>
public readonly record struct ChartFlag(ChartRule Rule, FlagDirection Direction);

/// <summary>The rules that tell a special cause from chance.</summary>
public enum ChartRule
{
    /// <summary>One point above the upper or below the lower limit.</summary>
    OutsideLimits,

    /// <summary>Seven or more points in a row on one side of the mean; each of them is flagged. A point on the mean ends the row.</summary>
    Shift,

    /// <summary>Seven or more points in a row, each above (or each below) the one before; each of them is flagged. Equal neighbours end the row.</summary>
    Trend,

    /// <summary>
    /// Two or all of three points in a row beyond a near limit, all three on the same side of the mean; those beyond the near limit are flagged.
    /// </summary>
    TwoOfThree,
}

/// <summary>Which way a flag points.</summary>
public enum FlagDirection
{
    /// <summary>Above the mean.</summary>
    High,

    /// <summary>Below the mean.</summary>
    Low,

    /// <summary>Part of a row of rising points.</summary>
    Rising,

    /// <summary>Part of a row of falling points.</summary>
    Falling,
}
