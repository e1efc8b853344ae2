using System.Data.Common;
using ControlStrategy.GraphQL.Filtering;
using ControlStrategy.GraphQL.Json;
using ControlStrategy.GraphQL.Schema;
using ControlStrategy.GraphQL.Statements;
using Microsoft.EntityFrameworkCore.Storage;

namespace ControlStrategy.GraphQL.Grouping;

/// <summary>How a value of a group is read, shown and compared with.</summary>
internal sealed record Result(string Name, Type ValueType, Type ShownType, ColumnReader Reader, ScalarField? Column) : IOperand
{
    /// <summary>As a column is: its smallest value, or a sum that keeps its scale.</summary>
    public static Result Of(ScalarField column) => new(column.Name, column.ValueType, column.ValueType, ColumnReader.Of(column.Property), column);

    /// <summary>As what an entity is sorted by.</summary>
    public static Result Of(IOperand operand) => operand is ScalarField column ? Of(column) : new(operand.Name, operand.ValueType, operand.ValueType, operand.Reader, null);

    /// <summary>A number that is computed.</summary>
    public static Result Of<T>(string name) where T : notnull => new(name, typeof(T), typeof(T), new ColumnReader<T>(), null);

    /// <summary>A number shown as a text.</summary>
    public static Result Written(string name, Func<int, string> write) => new(name, typeof(int), typeof(string), new WrittenReader(write), null);

    public bool IsNullable => true;

    public RelationalTypeMapping Mapping(Mappings mappings) => Column is null ? mappings.Of(ValueType) : Mappings.Of(Column.Property);

    private sealed class WrittenReader(Func<int, string> write) : ColumnReader
    {
        public override bool Holds(DbDataReader row, int ordinal, object value) => Value(row, ordinal).Equals(value);

        protected override object Value(DbDataReader row, int ordinal) => row.GetInt32(ordinal);

        public override void WriteValue(DbDataReader row, int ordinal, JsonBuffer json) => json.Text(write(row.GetInt32(ordinal)));
    }
}
