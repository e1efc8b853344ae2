using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.GraphQL.Statements;

/// <summary>SQL that EF translated once, with its parameters; only values change from run to run.</summary>
internal sealed class Statement
{
    private readonly Slot[] _slots;

    private Statement(string sql, Slot[] slots)
    {
        Sql = sql;
        _slots = slots;
    }

    public string Sql { get; }

    /// <exception cref="InvalidOperationException">The model's own filters depend on the context's state: such a value would be frozen into the plan.</exception>
    public static Statement Translate(IQueryable query, Slots slots)
    {
        using var command = query.CreateDbCommand();
        var byName = slots.All.ToDictionary(slot => slot.Name, StringComparer.Ordinal);
        var used = new List<Slot>();
        foreach (DbParameter parameter in command.Parameters)
        {
            if (!byName.TryGetValue(parameter.ParameterName, out var slot))
                throw new InvalidOperationException($"The statement has a parameter the plan does not know, '{parameter.ParameterName}': {command.CommandText}");
            used.Add(slot);
        }
        return new Statement(command.CommandText, [.. used]);
    }

    /// <summary>A statement whose text has others inside.</summary>
    /// <param name="sql">The whole text.</param>
    /// <param name="inside">The others.</param>
    /// <param name="slots">Parameters of the text around them.</param>
    public static Statement Around(string sql, IEnumerable<Statement> inside, IEnumerable<Slot> slots) =>
        new(sql, [.. inside.SelectMany(statement => statement._slots).Concat(slots).Distinct()]);

    /// <summary>The number of rows instead of the rows.</summary>
    public Statement Counting() => new($"SELECT COUNT(*) FROM (\n{Sql}\n) AS \"counted\"", _slots);

    /// <summary>Gives a command of this text the values of one run.</summary>
    public void Bind(DbCommand command, IReadOnlyList<object?> values, object? parentKeys)
    {
        command.Parameters.Clear();
        foreach (var slot in _slots)
            command.Parameters.Add(slot.Mapping.CreateParameter(command, slot.Name, slot.ValueIndex == Slot.ParentKeys ? parentKeys : values[slot.ValueIndex], nullable: false));
    }
}
