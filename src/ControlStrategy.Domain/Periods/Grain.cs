namespace ControlStrategy.Domain.Periods;

/// <summary>How long the period of one observation is. Grains never mix in a sum, a series or a comparison.</summary>
public enum Grain
{
    /// <summary>One calendar month.</summary>
    Month,

    /// <summary>Three months; quarter 1 of a financial year is April to June.</summary>
    Quarter,

    /// <summary>Twelve months, usually the financial year from 1 April to 31 March.</summary>
    Year,
}
