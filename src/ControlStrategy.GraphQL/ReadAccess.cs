namespace ControlStrategy.GraphQL;

/// <summary>What one caller may read. The planner asks it of everything that a request names: to select, filter, sort, group, add up or count it, in an answer or a file.</summary>
/// <param name="Key">Names these decisions; callers with the same key share plans, so it must differ where a decision does.</param>
/// <param name="CanRead">Whether a member of an entity may be read, by the entity's type and the member's name in the schema; without a name, whether its rows may be read at all.</param>
public sealed record ReadAccess(string Key, Func<Type, string?, bool> CanRead)
{
    /// <summary>Everything may be read.</summary>
    public static ReadAccess Everything { get; } = new("", (_, _) => true);
}
