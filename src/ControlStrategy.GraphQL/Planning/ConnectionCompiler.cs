using ControlStrategy.GraphQL.Execution;
using ControlStrategy.GraphQL.Json;
using ControlStrategy.GraphQL.Statements;

namespace ControlStrategy.GraphQL.Planning;

/// <summary>What was selected of a connection: its members, and the rows' writers they need.</summary>
internal sealed class ConnectionCompiler
{
    private readonly List<ObjectPart> _views = [];
    private readonly Func<Selection, ObjectPart> _row;

    /// <param name="row">Makes the writer of a row from what was selected of it.</param>
    /// <param name="selection">What was selected of the connection.</param>
    public ConnectionCompiler(Func<Selection, ObjectPart> row, Selection selection)
    {
        _row = row;
        Envelope = new ConnectionEnvelope(Members(selection, Member));
    }

    public IReadOnlyList<ObjectPart> Views => _views;

    public Envelope Envelope { get; }

    public bool NeedsRows { get; private set; }

    public bool NeedsCount { get; private set; }

    public bool NeedsCursors { get; private set; }

    public bool NeedsPageNumbers { get; private set; }

    private static List<EnvelopeMember> Members(Selection selection, Func<SelectedField, byte[], EnvelopeMember> member)
    {
        var members = new List<EnvelopeMember>(selection.Fields.Count);
        foreach (var field in selection.Fields)
        {
            var name = JsonNames.Member(field.ResponseName, isFirst: members.Count == 0);
            members.Add(field.IsTypeName ? ConnectionEnvelope.Constant(name, JsonNames.Text(selection.TypeName)) : member(field, name));
        }
        return members;
    }

    private EnvelopeMember Member(SelectedField field, byte[] name)
    {
        if (field.FieldName == "totalCount")
        {
            NeedsCount = true;
            return ConnectionEnvelope.TotalCount(name);
        }
        NeedsRows = true;
        return field.FieldName switch
        {
            "nodes" => ConnectionEnvelope.Nodes(name, View(field.Selection)),
            "edges" => ConnectionEnvelope.Edges(name, Members(field.Selection, EdgeMember)),
            _ => ConnectionEnvelope.PageInfo(name, Members(field.Selection, PageInfoMember)),
        };
    }

    private EnvelopeMember EdgeMember(SelectedField field, byte[] name)
    {
        if (field.FieldName == "node") return ConnectionEnvelope.Node(name, View(field.Selection));
        NeedsCursors = true;
        return ConnectionEnvelope.Cursor(name);
    }

    private EnvelopeMember PageInfoMember(SelectedField field, byte[] name)
    {
        if (field.FieldName == "hasNextPage") return ConnectionEnvelope.HasNextPage(name);
        if (field.FieldName == "hasPreviousPage") return ConnectionEnvelope.HasPreviousPage(name);
        NeedsCursors = true;
        if (field.FieldName is "forwardCursors" or "backwardCursors")
        {
            NeedsPageNumbers = NeedsCount = true;
            return RelativeCursors.Of(name, isForward: field.FieldName == "forwardCursors", field.Selection);
        }
        return ConnectionEnvelope.CursorOfEnd(name, isStart: field.FieldName == "startCursor");
    }

    private int View(Selection selection)
    {
        _views.Add(_row(selection));
        return _views.Count - 1;
    }
}
