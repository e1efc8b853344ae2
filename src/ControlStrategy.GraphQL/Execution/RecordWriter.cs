using System.Collections;
using ControlStrategy.GraphQL.Json;
using ControlStrategy.GraphQL.Planning;
using ControlStrategy.GraphQL.Records;
using ControlStrategy.GraphQL.Schema;

namespace ControlStrategy.GraphQL.Execution;

/// <summary>Writes what was selected of a record; entities in it become gaps.</summary>
internal sealed class RecordWriter
{
    private readonly List<Member> _members = [];

    /// <param name="selection">What was selected.</param>
    /// <param name="planEntity">Gives the number of the child that fetches the entities of a field.</param>
    public RecordWriter(Selection selection, Func<SelectedField, int> planEntity)
    {
        foreach (var field in selection.Fields)
        {
            var name = JsonNames.Member(field.ResponseName, isFirst: _members.Count == 0);
            if (field.IsTypeName)
            {
                _members.Add(new Member([.. name, .. JsonNames.Text(selection.TypeName)], null, null, -1));
                continue;
            }
            var member = field.Field<RecordMember>()!;
            var isEntity = EntityKeys.EntityOf(member.NamedType) is not null;
            var inner = isEntity || ScalarTypes.IsScalar(member.NamedType) ? null : new RecordWriter(field.Selection, planEntity);
            _members.Add(new Member(name, member, inner, isEntity ? planEntity(field) : -1));
        }
    }

    public void Write(object? record, Fragments into)
    {
        if (record is null)
        {
            into.Json.Null();
            return;
        }
        into.Json.Raw("{"u8);
        foreach (var member in _members)
        {
            into.Json.Raw(member.Name);
            if (member.Source is not null)
                WriteValue(member, member.Source.Read(record), into);
        }
        into.Json.Raw("}"u8);
    }

    private static void WriteValue(Member member, object? value, Fragments into)
    {
        if (value is IEntityKey key) into.AddGap(member.Child, key.Value);
        else if (value is IEnumerable list and not string) WriteList(member, list, into);
        else if (value is not null && member.Inner is { } inner) inner.Write(value, into);
        else ValueWriter.Write(into.Json, value);
    }

    private static void WriteList(Member member, IEnumerable list, Fragments into)
    {
        into.Json.Raw("["u8);
        var isFirst = true;
        foreach (var item in list)
        {
            if (!isFirst) into.Json.Raw(","u8);
            isFirst = false;
            WriteValue(member, item, into);
        }
        into.Json.Raw("]"u8);
    }

    private sealed record Member(byte[] Name, RecordMember? Source, RecordWriter? Inner, int Child);
}
