namespace ControlStrategy.Reporting.Comparing;

/// <summary>Why a cell of a later pack says something else.</summary>
public enum PackChangeReason
{
    /// <summary>Another number: it was corrected, or became final.</summary>
    Revised,

    /// <summary>A number where shorthand stood.</summary>
    LateData,

    /// <summary>Shorthand where a number stood.</summary>
    Withdrawn,

    /// <summary>Another text, or other shorthand.</summary>
    Reworded,

    /// <summary>A row that the earlier pack does not have.</summary>
    NewRow,

    /// <summary>A row that the later pack does not have.</summary>
    RowGone,

    /// <summary>
    /// The report's definition, its operations or the schema are not the same: whether figures moved too, the packs alone do not tell.
    /// </summary>
    Definition,
}

/// <summary>A cell, or a row, that differs between two packs.</summary>
/// <param name="Sheet">The worksheet.</param>
/// <param name="Row">What the row is about: its first texts.</param>
/// <param name="Column">The column's header; null for a whole row.</param>
/// <param name="Before">What stood in the earlier pack; null where it has no such cell.</param>
/// <param name="After">What stands in the later pack; null where it has no such cell.</param>
/// <param name="Reason">Why.</param>
public sealed record PackChange(string Sheet, string Row, string? Column, string? Before, string? After, PackChangeReason Reason);
