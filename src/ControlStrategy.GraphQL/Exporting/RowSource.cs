using System.Text.Json;
using ControlStrategy.GraphQL.Execution;
using ControlStrategy.GraphQL.Json;

namespace ControlStrategy.GraphQL.Exporting;

/// <summary>Rows held at once, good until the next are asked for.</summary>
/// <param name="Rows">How many there are.</param>
/// <param name="Copy">Copies a row's JSON, by its number.</param>
internal sealed record RowBatch(int Rows, Action<int, JsonBuffer> Copy);

/// <summary>Fetches the rows of an export.</summary>
internal static class RowSource
{
    public static IAsyncEnumerable<RowBatch> ReadAsync(PlannedExport export, PlanContext context, EngineLimits limits)
    {
        var rowsAtOnce = export.RowsAtOnce(limits);
        return export.List.IsOfEntities ? OfEntitiesAsync(export, context, rowsAtOnce) : OfAnswerAsync(export, context, limits);
    }

    /// <summary>One statement stays open for the list; what its rows contain is fetched batch by batch.</summary>
    private static async IAsyncEnumerable<RowBatch> OfEntitiesAsync(PlannedExport export, PlanContext context, int rowsAtOnce)
    {
        var plan = export.Field.Plan;
        IReadOnlyCollection<object>? keys = null;
        while (plan is not ListPlan list || list.ListIndex != export.List.List.ArgumentsIndex)
        {
            // Nothing but the way to the list was planned: there is one child, for one parent.
            keys = await plan.ChildKeysAsync(context, keys);
            if (keys.Count == 0) throw Errors.ExportNothing(export.List.Root.ResponseName);
            plan = plan.Children[0];
        }
        var rows = (ListPlan)plan;
        await foreach (var answer in rows.FetchPartsAsync(context, keys, rowsAtOnce))
            yield return new RowBatch(answer.RowCount, (row, json) => rows.CopyRow(answer, row, json));
    }

    /// <summary>A computed answer comes complete.</summary>
    private static async IAsyncEnumerable<RowBatch> OfAnswerAsync(PlannedExport export, PlanContext context, EngineLimits limits)
    {
        using var json = new JsonBuffer(limits.MaximumAnswerBytes);
        using (var answer = await export.Field.Plan.FetchAsync(context, parentKeys: null))
            export.Field.Plan.Write(answer, parentKey: null, json);
        var places = Places(json.Written, export.List);
        yield return new RowBatch(places.Count, (row, target) => target.Raw(json.Slice(places[row].Start, places[row].End)));
    }

    private static List<(int Start, int End)> Places(ReadOnlySpan<byte> json, ExportedList list)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        foreach (var _ in list.Path)
        {
            // Each object on the way has one member.
            if (reader.TokenType == JsonTokenType.Null) break;
            reader.Read();
            reader.Read();
        }
        if (reader.TokenType == JsonTokenType.Null) throw Errors.ExportNothing(list.Root.ResponseName);
        var places = new List<(int, int)>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            places.Add((start, (int)reader.BytesConsumed));
        }
        return places;
    }
}
