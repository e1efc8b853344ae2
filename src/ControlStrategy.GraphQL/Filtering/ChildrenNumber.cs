using ControlStrategy.GraphQL.Schema;
using ControlStrategy.GraphQL.Statements;
using Microsoft.EntityFrameworkCore.Storage;

namespace ControlStrategy.GraphQL.Filtering;

/// <summary>A number computed from a list below a row: how many entries, their sum, the smallest, the largest.</summary>
/// <param name="Field">The list.</param>
/// <param name="Function"><c>count</c>, <c>sum</c>, <c>min</c> or <c>max</c>.</param>
/// <param name="Column">Of which column; null for a count.</param>
/// <param name="Where">Of which entries; null for all.</param>
internal sealed record ChildrenNumber(CollectionField Field, string Function, ScalarField? Column, Filter? Where) : IOperand
{
    public string Name => Column?.Name ?? Function;

    public Type ValueType => Column is null ? typeof(int) : Function == "sum" && Column.ValueType == typeof(int) ? typeof(long) : Column.ValueType;

    /// <summary>The sum of nothing is 0, but there is no smallest.</summary>
    public bool IsNullable => Function is "min" or "max";

    public ColumnReader Reader => Column is null ? new ColumnReader<int>() : ValueType == typeof(long) ? new ColumnReader<long>() : ColumnReader.Of(Column.Property);

    public RelationalTypeMapping Mapping(Mappings mappings) => Column is null || ValueType != Column.ValueType ? mappings.Of(ValueType) : Mappings.Of(Column.Property);
}

/// <summary>A number computed from a list meets comparisons.</summary>
internal sealed record ChildrenMeet(ChildrenNumber Number, Filter Comparisons) : Filter;
