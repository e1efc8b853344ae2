using System.Data.Common;
using ControlStrategy.GraphQL.Json;
using ControlStrategy.GraphQL.Planning;
using ControlStrategy.GraphQL.Schema;
using ControlStrategy.GraphQL.Statements;

namespace ControlStrategy.GraphQL.Grouping;

/// <summary>Makes the writer of a group from what was selected of it.</summary>
internal sealed class GroupRow(
    GroupRequest request,
    GroupLayout layout,
    IReadOnlyDictionary<SelectedField, Aggregate> aggregates,
    IReadOnlyDictionary<SelectedField, ObjectPart> entities)
{
    public ObjectPart Object(Selection selection) => Object([], selection);

    private ObjectPart Object(byte[] name, Selection selection)
    {
        var parts = new List<RowPart>(selection.Fields.Count);
        foreach (var field in selection.Fields)
            parts.Add(Part(JsonNames.Member(field.ResponseName, isFirst: parts.Count == 0), selection, field));
        return new ObjectPart(name, null, parts);
    }

    private RowPart Part(byte[] name, Selection selection, SelectedField field)
    {
        if (field.IsTypeName) return new ConstantPart([.. name, .. JsonNames.Text(selection.TypeName)]);
        if (aggregates.TryGetValue(field, out var aggregate)) return new ScalarPart(name, layout.Number(aggregate), aggregate.Result.Reader);
        if (field.Field<Dimension>() is { } dimension) return Key(name, field, dimension);
        return field.Field<GroupField>()!.Kind switch
        {
            GroupFieldKind.Level => new LevelPart(name, layout.Level, [.. Levels().Select(level => ValueWriter.Text(level))]),
            GroupFieldKind.GroupedBy => new LevelPart(name, layout.Level, [.. Enumerable.Range(0, request.By.Count + 1).Select(GroupedBy)]),
            _ => Object(name, field.Selection),
        };
    }

    private RowPart Key(byte[] name, SelectedField field, Dimension dimension)
    {
        var index = request.By.Index().FirstOrDefault(entry => entry.Item == dimension, (-1, null!)).Index;
        if (index < 0) return new ConstantPart([.. name, .. "null"u8]);
        return entities.TryGetValue(field, out var entity) ? new NamedPart(name, entity) : new ScalarPart(name, layout.Key(index), dimension.Result.Reader);
    }

    private IEnumerable<GroupLevel> Levels() =>
        Enumerable.Range(0, request.By.Count + 1).Select(level => level == 0 ? GroupLevel.GrandTotal : level == request.By.Count ? GroupLevel.Group : GroupLevel.Subtotal);

    private byte[] GroupedBy(int level) =>
        [(byte)'[', .. request.By.Take(level).SelectMany((dimension, i) => (byte[])[.. i == 0 ? ""u8 : ","u8, .. JsonNames.Text(Names.Constant(dimension.Name))]), (byte)']'];

    /// <summary>What is the same in all rows of a level.</summary>
    private sealed class LevelPart(byte[] name, int ordinal, byte[][] texts) : RowPart
    {
        public override void Write(DbDataReader row, Fragments into)
        {
            into.Json.Raw(name);
            into.Json.Raw(texts[row.GetInt32(ordinal)]);
        }
    }

    /// <summary>An object under another name.</summary>
    private sealed class NamedPart(byte[] name, ObjectPart part) : RowPart
    {
        public override void Write(DbDataReader row, Fragments into)
        {
            into.Json.Raw(name);
            part.Write(row, into);
        }
    }
}
