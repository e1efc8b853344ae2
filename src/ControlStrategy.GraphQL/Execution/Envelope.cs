using ControlStrategy.GraphQL.Json;

namespace ControlStrategy.GraphQL.Execution;

/// <summary>One parent's rows and how to copy them.</summary>
internal sealed record GroupContent(Answer Answer, object? ParentKey, Action<int, int> CopyRow)
{
    public Group Group { get; } = Answer.GroupOf(ParentKey);

    /// <summary>The rows in the order of the answer: a backward page is fetched from its end.</summary>
    public IEnumerable<int> Rows => Answer.Page is { IsBackward: true }
        ? Enumerable.Range(Group.FirstRow, Group.Rows).Reverse()
        : Enumerable.Range(Group.FirstRow, Group.Rows);
}

/// <summary>What stands around the rows.</summary>
internal abstract class Envelope
{
    public abstract void Write(GroupContent content, JsonBuffer json);

    protected static void WriteArray(IEnumerable<int> rows, JsonBuffer json, Action<int> writeRow)
    {
        json.Raw("["u8);
        var isFirst = true;
        foreach (var row in rows)
        {
            if (!isFirst) json.Raw(","u8);
            isFirst = false;
            writeRow(row);
        }
        json.Raw("]"u8);
    }
}

/// <summary>One object or null.</summary>
/// <param name="requiredBy">The field whose type does not allow null; null where it does.</param>
internal sealed class SingleEnvelope(string? requiredBy = null) : Envelope
{
    /// <exception cref="InvalidOperationException">A hand-written record names an entity that does not exist, where its type says there is one.</exception>
    public override void Write(GroupContent content, JsonBuffer json)
    {
        if (content.Group.Rows > 0) content.CopyRow(0, content.Group.FirstRow);
        else if (requiredBy is null) json.Null();
        else throw new InvalidOperationException($"'{requiredBy}' cannot be null, but there is no entity with key {content.ParentKey}.");
    }
}

/// <summary>A plain list.</summary>
internal sealed class ListEnvelope : Envelope
{
    public override void Write(GroupContent content, JsonBuffer json) => WriteArray(content.Rows, json, row => content.CopyRow(0, row));
}
