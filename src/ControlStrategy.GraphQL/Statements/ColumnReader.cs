using System.Data.Common;
using ControlStrategy.GraphQL.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SQLitePCL;

namespace ControlStrategy.GraphQL.Statements;

/// <summary>Reads a column as the model holds it, and writes it as the schema shows it.</summary>
internal abstract class ColumnReader
{
    public static ColumnReader Of(IProperty property)
    {
        var model = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        var converter = property.GetRelationalTypeMapping().Converter;
        var type = converter is null ? typeof(ColumnReader<>).MakeGenericType(model)
            : typeof(ConvertedColumnReader<,>).MakeGenericType(model, Nullable.GetUnderlyingType(converter.ProviderClrType) ?? converter.ProviderClrType);
        return (ColumnReader)Activator.CreateInstance(type, converter is null ? [] : [converter])!;
    }

    public object? Read(DbDataReader row, int ordinal) => row.IsDBNull(ordinal) ? null : Value(row, ordinal);

    public void Write(DbDataReader row, int ordinal, JsonBuffer json)
    {
        if (row.IsDBNull(ordinal)) json.Null();
        else WriteValue(row, ordinal, json);
    }

    /// <summary>Whether the column, which is never null, holds a value.</summary>
    public abstract bool Holds(DbDataReader row, int ordinal, object value);

    protected abstract object Value(DbDataReader row, int ordinal);

    /// <summary>Writes a column that holds a value.</summary>
    public abstract void WriteValue(DbDataReader row, int ordinal, JsonBuffer json);
}

/// <summary>A column stored as it is.</summary>
internal sealed class ColumnReader<T> : ColumnReader where T : notnull
{
    public override bool Holds(DbDataReader row, int ordinal, object value) => EqualityComparer<T>.Default.Equals(Stored.Read<T>(row, ordinal), (T)value);

    protected override object Value(DbDataReader row, int ordinal) => Stored.Read<T>(row, ordinal);

    public override void WriteValue(DbDataReader row, int ordinal, JsonBuffer json) => ValueWriter.Write(json, Stored.Read<T>(row, ordinal));
}

/// <summary>A column stored in another type.</summary>
internal sealed class ConvertedColumnReader<TModel, TStored>(ValueConverter converter) : ColumnReader where TModel : notnull where TStored : notnull
{
    private readonly Func<TStored, TModel> _toModel = converter is ValueConverter<TModel, TStored> typed
        ? typed.ConvertFromProviderTyped
        : stored => Model(converter.ConvertFromProvider(stored)!);

    public override bool Holds(DbDataReader row, int ordinal, object value) =>
        EqualityComparer<TModel>.Default.Equals(_toModel(Stored.Read<TStored>(row, ordinal)), (TModel)value);

    protected override object Value(DbDataReader row, int ordinal) => _toModel(Stored.Read<TStored>(row, ordinal));

    public override void WriteValue(DbDataReader row, int ordinal, JsonBuffer json) => ValueWriter.Write(json, _toModel(Stored.Read<TStored>(row, ordinal)));

    private static TModel Model(object value) => value is TModel model ? model : (TModel)Filtering.Values.Convert(value, typeof(TModel));
}

/// <summary>
/// Reads a column that holds a value, as it is stored. A generic virtual call costs more than most columns, so the usual types do without; of
/// SQLite numbers come from the statement, where its reader would ask again whether there is one.
/// </summary>
internal static class Stored
{
    public static T Read<T>(DbDataReader row, int ordinal)
    {
        if (typeof(T) == typeof(int)) return (T)(object)checked((int)Whole(row, ordinal));
        if (typeof(T) == typeof(long)) return (T)(object)Whole(row, ordinal);
        if (typeof(T) == typeof(double)) return (T)(object)(row is SqliteDataReader sqlite ? raw.sqlite3_column_double(sqlite.Handle!, ordinal) : row.GetDouble(ordinal));
        if (typeof(T) == typeof(string)) return (T)(object)row.GetString(ordinal);
        return row.GetFieldValue<T>(ordinal);
    }

    private static long Whole(DbDataReader row, int ordinal) => row is SqliteDataReader sqlite ? raw.sqlite3_column_int64(sqlite.Handle!, ordinal) : row.GetInt64(ordinal);
}
