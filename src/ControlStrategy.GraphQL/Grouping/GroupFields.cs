using ControlStrategy.GraphQL.Schema;

namespace ControlStrategy.GraphQL.Grouping;

/// <summary>The groups of an entity's rows.</summary>
internal sealed record GroupRoot(GroupModel Groups) : RootField;

/// <summary>What a field of a group answers.</summary>
internal enum GroupFieldKind
{
    Level,
    GroupedBy,
    Keys,
    Count,
    CountDistinct,
    Sum,
    Mean,
    Min,
    Max,
    Percent,
    Rate,
}

/// <summary>A field of a group.</summary>
internal sealed record GroupField(GroupFieldKind Kind, GroupModel Groups);

/// <summary>What a row of groups stands for.</summary>
internal enum GroupLevel
{
    Group,
    Subtotal,
    GrandTotal,
}

/// <summary>How many levels of totals are asked for.</summary>
internal enum GroupTotals
{
    None,
    Subtotals,
    Grand,
    All,
}
