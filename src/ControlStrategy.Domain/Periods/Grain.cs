namespace ControlStrategy.Domain.Periods;

/// <summary>The length of a period.</summary>
public enum Grain
{
    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>Three months of the financial year.</summary>
    Quarter,

    /// <summary>A financial year, April to March.</summary>
    Year,
}
