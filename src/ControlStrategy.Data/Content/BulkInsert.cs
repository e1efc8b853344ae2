using System.Text;
using ControlStrategy.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace ControlStrategy.Data.Content;

/// <summary>
/// Stores many nouns of one sort by statements of many rows each. Table, columns and literals are the model's, and the nouns' rules are
/// checked as the context would. What they refer to must be stored; their lists are not.
/// <para>For content of the product only. Literals instead of parameters, because in a process that has just started binding 14 parameters
/// for each of 36,000 rows takes longer than everything else together.</para>
/// </summary>
/// <typeparam name="TNoun">A noun whose key the database gives.</typeparam>
internal sealed class BulkInsert<TNoun>
    where TNoun : class
{
    private const int RowsPerStatement = 200;

    private readonly List<Column> _columns;
    private readonly string _insertInto;

    private BulkInsert(StrategyContext context)
    {
        var type = context.Model.FindEntityType(typeof(TNoun))!;
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        var sql = context.GetService<ISqlGenerationHelper>();
        IProperty[] properties = [.. type.GetProperties().Where(property => !property.IsPrimaryKey())];
        _columns = [.. properties.Select(property => new Column(property))];
        var names = string.Join(", ", properties.Select(property => sql.DelimitIdentifier(property.GetColumnName(table)!)));
        _insertInto = $"INSERT INTO {sql.DelimitIdentifier(table.Name, table.Schema)} ({names}) VALUES ";
    }

    /// <summary>Stores the nouns, in the context's transaction where it has one.</summary>
    /// <exception cref="RuleBrokenException">A noun breaks one of its rules.</exception>
    public static async Task StoreAsync(StrategyContext context, IEnumerable<TNoun> nouns, CancellationToken cancellationToken)
    {
        var insert = new BulkInsert<TNoun>(context);
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.Transaction = context.Database.CurrentTransaction?.GetDbTransaction();
        foreach (var batch in nouns.Chunk(RowsPerStatement))
        {
            cancellationToken.ThrowIfCancellationRequested();
            command.CommandText = insert.StatementFor(batch);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private string StatementFor(TNoun[] nouns)
    {
        var statement = new StringBuilder(_insertInto);
        foreach (var noun in nouns)
        {
            (noun as IHasRules)?.CheckRules();
            statement.Append(noun == nouns[0] ? "(" : ", (");
            statement.AppendJoin(", ", _columns.Select(column => column.LiteralOf(noun))).Append(')');
        }

        return statement.ToString();
    }

    private sealed class Column(IProperty property)
    {
        private readonly RelationalTypeMapping _mapping = property.GetRelationalTypeMapping();
        private readonly INavigation? _reference = property.GetContainingForeignKeys().SingleOrDefault()?.DependentToPrincipal;
        private object? _lastValue;
        private string _lastLiteral = "NULL";

        // Most values are those of the row before.
        public string LiteralOf(TNoun noun)
        {
            var value = _reference is null ? property.PropertyInfo!.GetValue(noun) : KeyOf(_reference.PropertyInfo!.GetValue(noun));
            if (!Equals(value, _lastValue))
                (_lastValue, _lastLiteral) = (value, _mapping.GenerateSqlLiteral(value));
            return _lastLiteral;
        }

        // The key of what a noun refers to is read there: the noun's own copy is empty until the context has seen it.
        private object? KeyOf(object? referred) =>
            referred is null ? null : _reference!.ForeignKey.PrincipalKey.Properties[0].PropertyInfo!.GetValue(referred);
    }
}
