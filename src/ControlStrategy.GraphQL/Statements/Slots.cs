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
        var (groupName, memberName) = ($"g{Letter(group)}", $"v{Letter(member)}");
        _all.Add(new Slot($"@{groupName}_{memberName}", mapping, valueIndex));

        var values = Activator.CreateInstance(typeof(Group<>).MakeGenericType(type))!;
        values.GetType().GetField(memberName)!.SetValue(values, sample);
        var groups = Activator.CreateInstance(typeof(Groups<>).MakeGenericType(values.GetType()))!;
        groups.GetType().GetField(groupName)!.SetValue(groups, values);
        return Expression.Field(Expression.Field(Expression.Constant(groups), groupName), memberName);
    }

    /// <summary>EF may put a number behind a name; a name that ended with one could then be another's.</summary>
    private static char Letter(int index) => (char)('a' + index);

#pragma warning disable CS0649, CA1823, IDE1006 // Fields are set and read by name, and their names are the parameters' names.
    private sealed class Groups<T>
    {
        public T? ga, gb, gc, gd, ge, gf, gg, gh, gi, gj, gk, gl, gm, gn, go, gp;
    }

    private sealed class Group<T>
    {
        public T? va, vb, vc, vd, ve, vf, vg, vh, vi, vj, vk, vl, vm, vn, vo, vp;
    }
#pragma warning restore CS0649, CA1823, IDE1006
}
