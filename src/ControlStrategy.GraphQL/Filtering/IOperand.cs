using ControlStrategy.GraphQL.Statements;
using Microsoft.EntityFrameworkCore.Storage;

namespace ControlStrategy.GraphQL.Filtering;

/// <summary>What a filter compares with values: a column, or a number computed from rows.</summary>
internal interface IOperand
{
    /// <summary>Its name as the caller wrote it.</summary>
    string Name { get; }

    /// <summary>The type of its values, without <see cref="Nullable{T}"/>.</summary>
    Type ValueType { get; }

    /// <summary>Whether there may be no value.</summary>
    bool IsNullable { get; }

    /// <summary>How a value of it is read from a row.</summary>
    ColumnReader Reader { get; }

    /// <summary>How a value reaches the database.</summary>
    RelationalTypeMapping Mapping(Mappings mappings);
}
