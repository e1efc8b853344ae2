using System.Collections;
using System.Data.Common;
using ControlStrategy.GraphQL.Json;
using ControlStrategy.GraphQL.Statements;

namespace ControlStrategy.GraphQL.Execution;

/// <summary>Entities from one statement: a page, a list, or one; at the root or under parents.</summary>
internal sealed class ListPlan : Plan
{
    /// <summary>Fetches the rows, those of one parent together; null when only the count is asked for.</summary>
    public required Statement? Rows { get; init; }

    /// <summary>Counts the rows; null when nobody asked.</summary>
    public Statement? Count { get; init; }

    /// <summary>Counts the rows beyond the cursor that paging starts from; null when there is none or nobody asked for page numbers.</summary>
    public Statement? Beyond { get; init; }

    /// <summary>Type of the parents' keys; null at the root. The key is the first column.</summary>
    public Type? ParentKeyType { get; init; }

    public ColumnReader? ParentKey { get; init; }

    public required IReadOnlyList<ObjectPart> Views { get; init; }

    /// <summary>Which of the request's lists this is; -1 for entities fetched by key.</summary>
    public int ListIndex { get; init; } = -1;

    /// <summary>Where the sort keys' values are, when cursors are asked for.</summary>
    public IReadOnlyList<(int Ordinal, ColumnReader Column)> SortColumns { get; init; } = [];

    public required Envelope Envelope { get; init; }

    public override void Write(Answer answer, object? parentKey, JsonBuffer json) =>
        Envelope.Write(new GroupContent(answer, parentKey, (view, row) => Copy(answer, view, row, json)), json);

    /// <summary>Fetches all rows a part at a time, each with its children; the statement stays open meanwhile. A part is good until the next is asked for.</summary>
    public async IAsyncEnumerable<Answer> FetchPartsAsync(PlanContext context, IReadOnlyCollection<object>? parentKeys, int rows)
    {
        var answer = Begin(context);
        try
        {
            await foreach (var row in context.RowsAsync(Rows!, parentKeys is null ? null : Typed(parentKeys)))
            {
                AddRow(answer, row);
                if (answer.RowCount < rows) continue;
                await FetchChildrenAsync(context, answer);
                yield return answer;
                answer.Dispose();
                answer = Begin(context);
            }
            await FetchChildrenAsync(context, answer);
            yield return answer;
        }
        finally
        {
            answer.Dispose();
        }
    }

    /// <summary>Writes one row of a part.</summary>
    public void CopyRow(Answer part, int row, JsonBuffer json) => Copy(part, 0, row, json);

    protected override int OwnStatements => (Rows is null ? 0 : 1) + (Count is null ? 0 : 1) + (Beyond is null ? 0 : 1);

    protected override Answer Begin(PlanContext context)
    {
        var request = ListIndex < 0 ? null : context.Lists[ListIndex];
        var answer = new Answer(Views.Count, Children.Count) { Page = request?.Page };
        if (request?.CursorScope is { } scope)
            answer.EncodeCursor = (row, jump) => context.Signer.Encode(scope, answer.SortValues[row], jump);
        return answer;
    }

    protected override async Task FillAsync(PlanContext context, Answer answer, IReadOnlyCollection<object>? parentKeys)
    {
        var keys = parentKeys is null ? null : Typed(parentKeys);
        if (Rows is not null) await context.ReadAsync(Rows, keys, row => AddRow(answer, row));
        if (Count is not null) await context.ReadAsync(Count, keys, row => AddTotal(answer.Totals, row));
        if (Beyond is not null) await context.ReadAsync(Beyond, keys, row => AddTotal(answer.Beyond ??= [], row));
    }

    /// <summary>The rows of a parent come one after the other.</summary>
    private void AddRow(Answer answer, DbDataReader row)
    {
        var group = answer.Last;
        if (group is null || (ParentKey is not null && !ParentKey.Holds(row, 0, group.Key)))
            answer.Last = group = answer.BeginGroup(ParentKey?.Read(row, 0));
        if (answer.Page is { } page && group.Rows == page.Rows)
        {
            group.HasMore = true;
            return;
        }
        answer.RowCount++;
        group.Rows++;
        for (var view = 0; view < Views.Count; view++)
        {
            Views[view].Write(row, answer.Views[view]);
            answer.Views[view].EndFragment();
        }
        if (SortColumns.Count > 0)
            answer.SortValues.Add([.. SortColumns.Select(column => column.Column.Read(row, column.Ordinal))]);
    }

    private void AddTotal(Dictionary<object, long> totals, DbDataReader row)
    {
        if (ParentKey is null) totals[Answer.KeyOf(null)] = row.GetInt64(0);
        else totals[ParentKey.Read(row, 0)!] = row.GetInt64(1);
    }

    private IList Typed(IReadOnlyCollection<object> keys)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(ParentKeyType!))!;
        foreach (var key in keys)
            list.Add(key);
        return list;
    }
}
