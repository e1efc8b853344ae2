using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace ControlStrategy.GraphQL.Statements;

/// <summary>A parameter of a statement: its name in the text, its mapping, and which of the request's values it takes.</summary>
internal sealed record Slot(string Name, RelationalTypeMapping Mapping, int ValueIndex)
{
    /// <summary>Stands for the keys of the parents, which are known only while the plan runs.</summary>
    public const int ParentKeys = -1;
}

/// <summary>
/// Hands values to EF so that each becomes a parameter with a name known beforehand: EF names a parameter after the fields
/// through which a captured variable is reached.
/// </summary>
internal sealed class Slots
{
    private const int PerGroup = 16;
    private readonly List<Slot> _all = [];

    public IReadOnlyList<Slot> All => _all;

    public Expression Add(Type type, object? sample, RelationalTypeMapping mapping, int valueIndex)
    {
        var (group, member) = Math.DivRem(_all.Count, PerGroup);
        if (group == PerGroup)
            throw Errors.TooManyValues(PerGroup * PerGroup);
        _all.Add(new Slot($"@g{group}_v{member}", mapping, valueIndex));

        var values = Activator.CreateInstance(typeof(Group<>).MakeGenericType(type))!;
        values.GetType().GetField($"v{member}")!.SetValue(values, sample);
        var groups = Activator.CreateInstance(typeof(Groups<>).MakeGenericType(values.GetType()))!;
        groups.GetType().GetField($"g{group}")!.SetValue(groups, values);
        return Expression.Field(Expression.Field(Expression.Constant(groups), $"g{group}"), $"v{member}");
    }

#pragma warning disable CS0649, CA1823, IDE1006 // Fields are set and read by name, and their names are the parameters' names.
    private sealed class Groups<T>
    {
        public T? g0, g1, g2, g3, g4, g5, g6, g7, g8, g9, g10, g11, g12, g13, g14, g15;
    }

    private sealed class Group<T>
    {
        public T? v0, v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, v12, v13, v14, v15;
    }
#pragma warning restore CS0649, CA1823, IDE1006
}
