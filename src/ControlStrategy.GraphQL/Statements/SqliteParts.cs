using System.Data.Common;
using ControlStrategy.GraphQL.Json;
using ControlStrategy.GraphQL.Schema;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace ControlStrategy.GraphQL.Statements;

/// <summary>
/// Columns that SQLite stores as they are answered: their bytes go into the answer without becoming objects in between.
/// </summary>
internal static class SqliteParts
{
    /// <summary>The part for a column; null where SQLite stores it in another form than it is answered in.</summary>
    public static RowPart? Of(byte[] name, int ordinal, ScalarField column)
    {
        if (column.Property.GetRelationalTypeMapping().Converter is not null) return null;
        var mayBeNull = column.Property.IsNullable;
        return column.ValueType == typeof(string) ? new SqliteTextPart(name, ordinal, mayBeNull)
            : column.ValueType == typeof(DateOnly) ? new SqliteDayPart(name, ordinal, mayBeNull, ColumnReader.Of(column.Property))
            : null;
    }
}

/// <summary>A column of text.</summary>
internal sealed class SqliteTextPart(byte[] name, int ordinal, bool mayBeNull) : RowPart
{
    public override void Write(DbDataReader row, Fragments into)
    {
        into.Json.Raw(name);
        var statement = ((SqliteDataReader)row).Handle!;
        if (mayBeNull && raw.sqlite3_column_type(statement, ordinal) == raw.SQLITE_NULL) into.Json.Null();
        else into.Json.Text(raw.sqlite3_column_blob(statement, ordinal));
    }
}

/// <summary>A column of days, stored as <c>yyyy-MM-dd</c>.</summary>
internal sealed class SqliteDayPart(byte[] name, int ordinal, bool mayBeNull, ColumnReader column) : RowPart
{
    public override void Write(DbDataReader row, Fragments into)
    {
        into.Json.Raw(name);
        var statement = ((SqliteDataReader)row).Handle!;
        if (mayBeNull && raw.sqlite3_column_type(statement, ordinal) == raw.SQLITE_NULL)
        {
            into.Json.Null();
            return;
        }
        // A day written by another program may have a time behind it, or be a number.
        var text = raw.sqlite3_column_blob(statement, ordinal);
        if (text.Length == ValueWriter.DayFormat.Length && text[4] == (byte)'-' && text[7] == (byte)'-') into.Json.Text(text);
        else column.WriteValue(row, ordinal, into.Json);
    }
}
