using System.Data.Common;
using ControlStrategy.GraphQL.Json;

namespace ControlStrategy.GraphQL.Statements;

/// <summary>Writes a part of a row's JSON, its name included.</summary>
internal abstract class RowPart
{
    public abstract void Write(DbDataReader row, Fragments into);
}

/// <summary>A column, which may be null.</summary>
internal sealed class ScalarPart(byte[] name, int ordinal, ColumnReader column) : RowPart
{
    public override void Write(DbDataReader row, Fragments into)
    {
        into.Json.Raw(name);
        column.Write(row, ordinal, into.Json);
    }
}

/// <summary>A column that always holds a value, which is therefore not asked for.</summary>
internal sealed class RequiredPart(byte[] name, int ordinal, ColumnReader column) : RowPart
{
    public override void Write(DbDataReader row, Fragments into)
    {
        into.Json.Raw(name);
        column.WriteValue(row, ordinal, into.Json);
    }
}

/// <summary>What is the same in every row: <c>__typename</c>.</summary>
internal sealed class ConstantPart(byte[] json) : RowPart
{
    public override void Write(DbDataReader row, Fragments into) => into.Json.Raw(json);
}

/// <summary>What another statement, or a computation, will answer for this row's key.</summary>
internal sealed class GapPart(byte[] name, int child, int keyOrdinal, ColumnReader key) : RowPart
{
    public override void Write(DbDataReader row, Fragments into)
    {
        into.Json.Raw(name);
        into.AddGap(child, key.Read(row, keyOrdinal)!);
    }
}

/// <summary>An object: the row itself or a to-one relation, null where its key is.</summary>
internal sealed class ObjectPart(byte[] name, int? presenceOrdinal, IReadOnlyList<RowPart> parts) : RowPart
{
    public override void Write(DbDataReader row, Fragments into)
    {
        into.Json.Raw(name);
        if (presenceOrdinal is { } ordinal && row.IsDBNull(ordinal))
        {
            into.Json.Null();
            return;
        }
        into.Json.Raw("{"u8);
        for (var i = 0; i < parts.Count; i++)
            parts[i].Write(row, into);
        into.Json.Raw("}"u8);
    }
}
