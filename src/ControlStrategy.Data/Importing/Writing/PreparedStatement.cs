using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ControlStrategy.Data.Importing.Writing;

/// <summary>One SQL statement, run many times within the context's transaction. It stores values as the model maps them, on any provider.</summary>
internal sealed class PreparedStatement : IDisposable
{
    private readonly DbCommand _command;
    private readonly ValueConverter?[] _converters;

    private PreparedStatement(DbCommand command, ValueConverter?[] converters)
    {
        _command = command;
        _converters = converters;
        command.Prepare();
    }

    /// <summary>Prepares a statement whose parameters are named after properties of a noun.</summary>
    /// <param name="context">The context, within a transaction.</param>
    /// <param name="sql">The statement; names of tables and columns are quoted.</param>
    /// <param name="properties">The noun's properties that are its parameters, in the order of their values.</param>
    public static PreparedStatement For<TNoun>(StrategyContext context, string sql, params ReadOnlySpan<string> properties)
    {
        var noun = context.Model.FindEntityType(typeof(TNoun))!;
        var command = Command(context, sql);
        var converters = new ValueConverter?[properties.Length];
        for (var index = 0; index < properties.Length; index++)
        {
            var mapping = noun.FindProperty(properties[index])!.GetRelationalTypeMapping();
            command.Parameters.Add(mapping.CreateParameter(command, $"@{properties[index]}", null, nullable: true));
            converters[index] = mapping.Converter;
        }

        return new PreparedStatement(command, converters);
    }

    /// <summary>Prepares a statement whose parameters are whole numbers.</summary>
    public static PreparedStatement ForNumbers(StrategyContext context, string sql, params ReadOnlySpan<string> names)
    {
        var command = Command(context, sql);
        var mapping = context.GetService<IRelationalTypeMappingSource>().GetMapping(typeof(long));
        foreach (var name in names)
            command.Parameters.Add(mapping.CreateParameter(command, $"@{name}", 0L));
        return new PreparedStatement(command, new ValueConverter?[names.Length]);
    }

    /// <summary>Gives the parameters their values, in the order they were named.</summary>
    public PreparedStatement With(params ReadOnlySpan<object?> values)
    {
        for (var index = 0; index < values.Length; index++)
        {
            var value = _converters[index] is { } converter ? converter.ConvertToProvider(values[index]) : values[index];
            _command.Parameters[index].Value = value ?? DBNull.Value;
        }

        return this;
    }

    /// <summary>Runs the statement; returns the number of rows written.</summary>
    public Task<int> ExecuteAsync(CancellationToken cancellation) => _command.ExecuteNonQueryAsync(cancellation);

    /// <summary>Runs the statement; returns the numbers of its first two columns, or null where it finds no row.</summary>
    public async Task<(long First, long Second)?> FindAsync(CancellationToken cancellation)
    {
        await using var reader = await _command.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? (reader.GetInt64(0), reader.GetInt64(1)) : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _command.Dispose();

    private static DbCommand Command(StrategyContext context, string sql)
    {
        var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = context.Database.CurrentTransaction!.GetDbTransaction();
        return command;
    }
}
