using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ControlStrategy.Data.Importing.Writing;

/// <summary>
/// One SQL statement within the context's transaction, run any number of times. It stores values as the model maps them, on any provider.
/// </summary>
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

    /// <summary>Prepares a statement.</summary>
    /// <param name="context">The context, within a transaction.</param>
    /// <param name="sql">The statement; names of tables and columns are quoted.</param>
    /// <param name="parameters">Its parameters in the order of their values: properties of the noun, other names are 64-bit
    /// integers.</param>
    public static PreparedStatement For<TNoun>(StrategyContext context, string sql, params ReadOnlySpan<string> parameters)
    {
        var noun = context.Model.FindEntityType(typeof(TNoun))!;
        var number = context.GetService<IRelationalTypeMappingSource>().GetMapping(typeof(long));
        var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = context.Database.CurrentTransaction!.GetDbTransaction();
        var converters = new ValueConverter?[parameters.Length];
        for (var index = 0; index < parameters.Length; index++)
        {
            var mapping = noun.FindProperty(parameters[index])?.GetRelationalTypeMapping() ?? number;
            command.Parameters.Add(mapping.CreateParameter(command, $"@{parameters[index]}", null, nullable: true));
            converters[index] = mapping.Converter;
        }

        return new PreparedStatement(command, converters);
    }

    /// <summary>Runs a statement once; returns the number of rows written.</summary>
    public static async Task<int> ExecuteAsync<TNoun>(
        StrategyContext context, string sql, (string Name, object? Value)[] parameters, CancellationToken cancellation)
    {
        using var statement = For<TNoun>(context, sql, [.. parameters.Select(parameter => parameter.Name)]);
        return await statement.With([.. parameters.Select(parameter => parameter.Value)]).ExecuteAsync(cancellation);
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

    /// <summary>Runs the statement at once.</summary>
    public void Execute() => _command.ExecuteNonQuery();

    /// <summary>Runs the statement; returns the number it finds.</summary>
    public async Task<long> FindAsync(CancellationToken cancellation) =>
        Convert.ToInt64(await _command.ExecuteScalarAsync(cancellation), System.Globalization.CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public void Dispose() => _command.Dispose();
}
