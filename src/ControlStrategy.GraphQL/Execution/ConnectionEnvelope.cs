using ControlStrategy.GraphQL.Json;

namespace ControlStrategy.GraphQL.Execution;

/// <summary>A member of a connection, an edge or a page info: its name and how its value is written.</summary>
internal sealed record EnvelopeMember(byte[] Name, Action<GroupContent, int, JsonBuffer> Write);

/// <summary>A page with what was asked of it.</summary>
internal sealed class ConnectionEnvelope(IReadOnlyList<EnvelopeMember> members) : Envelope
{
    private const int NoRow = -1;

    public override void Write(GroupContent content, JsonBuffer json) => WriteObject(members, content, NoRow, json);

    public static EnvelopeMember Constant(byte[] name, byte[] value) => new(name, (_, _, json) => json.Raw(value));

    public static EnvelopeMember TotalCount(byte[] name) => new(name, (content, _, json) => json.Number(content.Answer.TotalOf(content.ParentKey)));

    public static EnvelopeMember Nodes(byte[] name, int view) =>
        new(name, (content, _, json) => WriteArray(content.Rows, json, row => content.CopyRow(view, row)));

    public static EnvelopeMember Edges(byte[] name, IReadOnlyList<EnvelopeMember> members) =>
        new(name, (content, _, json) => WriteArray(content.Rows, json, row => WriteObject(members, content, row, json)));

    public static EnvelopeMember Node(byte[] name, int view) => new(name, (content, row, _) => content.CopyRow(view, row));

    public static EnvelopeMember Cursor(byte[] name) => new(name, (content, row, json) => json.Text(content.Answer.EncodeCursor!(row, null)));

    public static EnvelopeMember PageInfo(byte[] name, IReadOnlyList<EnvelopeMember> members) =>
        new(name, (content, _, json) => WriteObject(members, content, NoRow, json));

    public static EnvelopeMember HasNextPage(byte[] name) => new(name, (content, _, json) =>
        json.Boolean(content.Answer.Page is { IsBackward: true } page ? page.Before is not null : content.Group.HasMore));

    public static EnvelopeMember HasPreviousPage(byte[] name) => new(name, (content, _, json) =>
        json.Boolean(content.Answer.Page is { IsBackward: false } page ? page.After is not null : content.Group.HasMore));

    public static EnvelopeMember CursorOfEnd(byte[] name, bool isStart) => new(name, (content, _, json) =>
    {
        if (content.Group.Rows == 0) json.Null();
        else json.Text(content.Answer.EncodeCursor!(isStart ? content.Rows.First() : content.Rows.Last(), null));
    });

    private static void WriteObject(IReadOnlyList<EnvelopeMember> members, GroupContent content, int row, JsonBuffer json)
    {
        json.Raw("{"u8);
        foreach (var member in members)
        {
            json.Raw(member.Name);
            member.Write(content, row, json);
        }
        json.Raw("}"u8);
    }
}
