using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Pivots;
using ControlStrategy.Domain.Statistics;
using ControlStrategy.Domain.Strategies;
using ControlStrategy.GraphQL.Records;

namespace ControlStrategy.Api.Analytics.Pivots;

/// <summary>Figures of measures in areas and periods as a rectangle: every row has a cell for every column.</summary>
/// <param name="AsAt">The moment whose knowledge this is; none for now.</param>
/// <param name="DataAsAt">When the newest of the observations, populations and targets read for it was recorded, of parts of areas too; none where nothing was found or needed.</param>
/// <param name="Sources">Where the observations read for its periods, and for those they are compared with, come from, each source once.</param>
/// <param name="Provisional">Whether any of the observations read for it is provisional.</param>
/// <param name="Columns">The columns, the values of one header side by side.</param>
/// <param name="Rows">The rows.</param>
public sealed record Pivot(
    DateTimeOffset? AsAt,
    DateTimeOffset? DataAsAt,
    IReadOnlyList<string> Sources,
    bool Provisional,
    IReadOnlyList<PivotColumn> Columns,
    IReadOnlyList<PivotRow> Rows);

/// <summary>One column of a pivot.</summary>
/// <param name="Header">What it stands for.</param>
/// <param name="Value">Which value it shows.</param>
/// <param name="Label">Header and value in words, such as `2021/22, Change in per cent`.</param>
public sealed record PivotColumn(PivotHeader Header, PivotValue Value, string Label);

/// <summary>One row of a pivot.</summary>
/// <param name="Header">What it stands for.</param>
/// <param name="Cells">One cell for each column, in their order.</param>
public sealed record PivotRow(PivotHeader Header, IReadOnlyList<PivotCell> Cells);

/// <summary>Whether a row or column of a pivot has one member of each of its dimensions, or is a total.</summary>
public enum PivotHeaderKind
{
    /// <summary>It has one member of each dimension of its axis.</summary>
    Member,

    /// <summary>It has one member of each of the first dimensions and is the total of the others.</summary>
    Subtotal,

    /// <summary>It is the total of all dimensions of its axis.</summary>
    Total,
}

/// <summary>What a row or a column of a pivot stands for. A dimension that is not on its axis, or that it is the total of, is null.</summary>
public sealed record PivotHeader
{
    /// <summary>Whether it is a total.</summary>
    public required PivotHeaderKind Kind { get; init; }

    /// <summary>How many dimensions of its axis it has a member of, from the outermost on.</summary>
    public required int Depth { get; init; }

    /// <summary>The name of its innermost member, `Total` of a total; empty where the axis has no dimension.</summary>
    public required string Label { get; init; }

    /// <summary>For each dimension of its axis the member's name, or `Total`.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>The outcome.</summary>
    public required EntityKey<Outcome>? Outcome { get; init; }

    /// <summary>The measure.</summary>
    public required EntityKey<Measure>? Measure { get; init; }

    /// <summary>The area.</summary>
    public required EntityKey<Area>? Area { get; init; }

    /// <summary>The period as it is written, such as `2021/22`.</summary>
    public required string? Period { get; init; }

    /// <summary>First day of the period.</summary>
    public required DateOnly? PeriodStart { get; init; }

    /// <summary>Last day of the period.</summary>
    public required DateOnly? PeriodEnd { get; init; }

    /// <summary>The state against the target.</summary>
    public required Rag? Status { get; init; }

    /// <summary>The state of the control chart.</summary>
    public required VariationGroup? Variation { get; init; }
}
