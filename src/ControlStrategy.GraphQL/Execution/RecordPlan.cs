using ControlStrategy.GraphQL.Json;
using ControlStrategy.GraphQL.Records;

namespace ControlStrategy.GraphQL.Execution;

/// <summary>A hand-written root field.</summary>
internal sealed class RecordPlan(RecordFieldDefinition field, RecordWriter writer, SelectedMembers selected, int argumentsIndex) : Plan
{
    public override void Write(Answer answer, object? parentKey, JsonBuffer json) => Copy(answer, 0, 0, json);

    protected override int OwnStatements => 0;

    protected override async Task FillAsync(PlanContext context, Answer answer, IReadOnlyCollection<object>? parentKeys)
    {
        var arguments = ArgumentBinder.Bind(field.ArgumentsType, argumentsIndex < 0 ? null : context.Arguments[argumentsIndex]);
        writer.Write(await field.Resolve(arguments, selected, context.Services, context.Cancellation), answer.Views[0]);
        answer.Views[0].EndFragment();
    }
}
