using System.Data.Common;
using ControlStrategy.GraphQL.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

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

    protected abstract void WriteValue(DbDataReader row, int ordinal, JsonBuffer json);
}

/// <summary>A column stored as it is.</summary>
internal sealed class ColumnReader<T> : ColumnReader where T : notnull
{
    public override bool Holds(DbDataReader row, int ordinal, object value) => EqualityComparer<T>.Default.Equals(row.GetFieldValue<T>(ordinal), (T)value);

    protected override object Value(DbDataReader row, int ordinal) => row.GetFieldValue<T>(ordinal);

    protected override void WriteValue(DbDataReader row, int ordinal, JsonBuffer json) => ValueWriter.Write(json, row.GetFieldValue<T>(ordinal));
}

/// <summary>A column stored in another type.</summary>
internal sealed class ConvertedColumnReader<TModel, TStored>(ValueConverter converter) : ColumnReader where TModel : notnull where TStored : notnull
{
    private readonly Func<TStored, TModel> _toModel = converter is ValueConverter<TModel, TStored> typed
        ? typed.ConvertFromProviderTyped
        : stored => Model(converter.ConvertFromProvider(stored)!);

    public override bool Holds(DbDataReader row, int ordinal, object value) =>
        EqualityComparer<TModel>.Default.Equals(_toModel(row.GetFieldValue<TStored>(ordinal)), (TModel)value);

    protected override object Value(DbDataReader row, int ordinal) => _toModel(row.GetFieldValue<TStored>(ordinal));

    protected override void WriteValue(DbDataReader row, int ordinal, JsonBuffer json) => ValueWriter.Write(json, _toModel(row.GetFieldValue<TStored>(ordinal)));

    private static TModel Model(object value) => value is TModel model ? model : (TModel)Filtering.Values.Convert(value, typeof(TModel));
}
