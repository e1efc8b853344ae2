using System.Data.Common;
using ControlStrategy.GraphQL.Execution;
using ControlStrategy.GraphQL.Json;
using ControlStrategy.GraphQL.Statements;

namespace ControlStrategy.GraphQL.Grouping;

/// <summary>Groups from one statement: their number, a page of them, and what is wrong with any of them, in each row.</summary>
internal sealed class GroupPlan : Plan
{
    public required Statement Statement { get; init; }

    public required IReadOnlyList<ObjectPart> Views { get; init; }

    public required Envelope Envelope { get; init; }

    /// <summary>What must hold of all groups; their columns follow the numbers of groups.</summary>
    public required IReadOnlyList<GroupRule> Rules { get; init; }

    /// <summary>Where the sort keys' values are; null when no cursors are asked for.</summary>
    public required IReadOnlyList<(int Ordinal, ColumnReader Column)>? SortColumns { get; init; }

    /// <summary>Which of the request's lists this is.</summary>
    public required int ListIndex { get; init; }

    public override void Write(Answer answer, object? parentKey, JsonBuffer json) =>
        Envelope.Write(new GroupContent(answer, parentKey, (view, row) => Copy(answer, view, row, json)), json);

    protected override int OwnStatements => 1;

    protected override Answer Begin(PlanContext context)
    {
        var request = context.Lists[ListIndex]!;
        var answer = new Answer(Views.Count, Children.Count) { Page = request.Page };
        answer.EncodeCursor = (row, jump) => context.Signer.Encode(request.CursorScope!, answer.SortValues[row], jump);
        return answer;
    }

    protected override Task FillAsync(PlanContext context, Answer answer, IReadOnlyCollection<object>? parentKeys) =>
        context.ReadAsync(Statement, parentKeys: null, row => AddRow(answer, row));

    private void AddRow(Answer answer, DbDataReader row)
    {
        var key = Answer.KeyOf(null);
        answer.Totals[key] = row.GetInt64(0);
        (answer.Beyond ??= [])[key] = row.GetInt64(1);
        for (var rule = 0; rule < Rules.Count; rule++)
        {
            if (!row.IsDBNull(GroupLayout.FirstRule + rule)) Rules[rule].Check(row.GetInt64(GroupLayout.FirstRule + rule));
        }
        // A page without groups is one row that has nothing but their number.
        if (row.IsDBNull(GroupLayout.FirstRule + Rules.Count)) return;
        var group = answer.Last ??= answer.BeginGroup(parentKey: null);
        if (group.Rows == answer.Page!.Rows)
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
        if (SortColumns is not null)
            answer.SortValues.Add([.. SortColumns.Select(column => column.Column.Read(row, column.Ordinal))]);
    }
}
