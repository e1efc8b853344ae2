using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Imports;

namespace ControlStrategy.Domain.Measures;

/// <summary>What a measure should be in an area in a financial year. A correction is a new row and ends the old one.</summary>
public sealed class Target : IFigure
{
    /// <summary>Key, unique among targets.</summary>
    public int Id { get; private set; }

    /// <summary>Key of the measure.</summary>
    public int MeasureId { get; private set; }

    /// <summary>The measure.</summary>
    public required Measure Measure { get; init; }

    /// <summary>Key of the area.</summary>
    public int AreaId { get; private set; }

    /// <summary>The area.</summary>
    public required Area Area { get; init; }

    /// <summary>Calendar year in which the financial year begins: 2021 is 2021/22.</summary>
    public required int FinancialYearStart { get; init; }

    /// <summary>The value aimed at, in the measure's unit.</summary>
    /// <exception cref="RuleBrokenException">AMOUNT_OUT_OF_RANGE: too large to keep.</exception>
    public required decimal Value { get; init => field = Amount.Kept(value); }

    /// <summary>How far off is still tolerated, 0 or more: per cent of the value aimed at; percentage points for a percentage.</summary>
    /// <exception cref="RuleBrokenException">TARGET_TOLERANCE: below 0.</exception>
    public required decimal Tolerance
    {
        get;
        init => field = value >= 0
            ? Amount.Kept(value)
            : throw new RuleBrokenException("TARGET_TOLERANCE", $"A tolerance is 0 or more, not {value}.");
    }

    /// <summary>Whether it is demonstration data.</summary>
    public bool Demonstration { get; init; }

    /// <summary>When the row became the current one.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>When a newer row took its place; none while it is the current one.</summary>
    public DateTimeOffset? SupersededAt { get; private set; }

    /// <summary>Key of the import.</summary>
    public int? ImportId { get; private set; }

    /// <summary>The import that brought it; none where it came with the product.</summary>
    public Import? Import { get; init; }

    /// <inheritdoc/>
    public void Supersede(DateTimeOffset at) =>
        SupersededAt = this.EndAt(at, $"Target of {Measure?.Code} in {Area?.Code}, {FinancialYearStart},");
}
