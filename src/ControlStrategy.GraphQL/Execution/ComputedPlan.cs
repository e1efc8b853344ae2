using ControlStrategy.GraphQL.Json;
using ControlStrategy.GraphQL.Records;

namespace ControlStrategy.GraphQL.Execution;

/// <summary>A hand-written field of a generated type: one call for all parents.</summary>
internal sealed class ComputedPlan(ComputedFieldDefinition field, RecordWriter? writer, int argumentsIndex) : Plan
{
    public override async Task<Answer> FetchAsync(PlanContext context, IReadOnlyCollection<object>? parentKeys)
    {
        var arguments = ArgumentBinder.Bind(field.ArgumentsType, argumentsIndex < 0 ? null : context.Arguments[argumentsIndex]);
        var values = await field.Compute(parentKeys!, arguments, context.Services, context.Cancellation);
        var answer = new Answer(views: 1, Children.Count);
        foreach (var (key, value) in values)
        {
            answer.Groups[key] = new Group(answer.RowCount++, 1, false);
            if (writer is not null) writer.Write(value, answer.Views[0]);
            else ValueWriter.Write(answer.Views[0].Json, value);
            answer.Views[0].EndFragment();
        }
        await FetchChildrenAsync(context, answer);
        return answer;
    }

    public override void Write(Answer answer, object? parentKey, JsonBuffer json)
    {
        if (answer.Groups.TryGetValue(parentKey!, out var group)) Copy(answer, 0, group.FirstRow, json);
        else json.Null();
    }
}

/// <summary>A hand-written root field.</summary>
internal sealed class RecordPlan(RecordFieldDefinition field, RecordWriter writer, int argumentsIndex) : Plan
{
    public override async Task<Answer> FetchAsync(PlanContext context, IReadOnlyCollection<object>? parentKeys)
    {
        var arguments = ArgumentBinder.Bind(field.ArgumentsType, argumentsIndex < 0 ? null : context.Arguments[argumentsIndex]);
        var record = await field.Resolve(arguments, context.Services, context.Cancellation);
        var answer = new Answer(views: 1, Children.Count);
        writer.Write(record, answer.Views[0]);
        answer.Views[0].EndFragment();
        await FetchChildrenAsync(context, answer);
        return answer;
    }

    public override void Write(Answer answer, object? parentKey, JsonBuffer json) => Copy(answer, 0, 0, json);
}
