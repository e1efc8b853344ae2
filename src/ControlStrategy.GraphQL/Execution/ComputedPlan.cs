using ControlStrategy.GraphQL.Json;
using ControlStrategy.GraphQL.Records;

namespace ControlStrategy.GraphQL.Execution;

/// <summary>A hand-written field of a generated type: one call for all parents.</summary>
internal sealed class ComputedPlan(ComputedFieldDefinition field, RecordWriter? writer, int argumentsIndex) : Plan
{
    public override void Write(Answer answer, object? parentKey, JsonBuffer json)
    {
        if (answer.Groups.TryGetValue(parentKey!, out var group)) Copy(answer, 0, group.FirstRow, json);
        else json.Null();
    }

    protected override int OwnStatements => 0;

    protected override async Task FillAsync(PlanContext context, Answer answer, IReadOnlyCollection<object>? parentKeys)
    {
        var arguments = ArgumentBinder.Bind(field.ArgumentsType, argumentsIndex < 0 ? null : context.Arguments[argumentsIndex]);
        var values = await field.Compute(parentKeys!, arguments, context.Services, context.Cancellation);
        foreach (var (key, value) in values)
        {
            answer.BeginGroup(key).Rows = 1;
            answer.RowCount++;
            if (writer is not null) writer.Write(value, answer.Views[0]);
            else ValueWriter.Write(answer.Views[0].Json, value);
            answer.Views[0].EndFragment();
        }
    }
}
