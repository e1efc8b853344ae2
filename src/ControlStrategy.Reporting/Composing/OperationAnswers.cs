using System.Text.Json;
using ControlStrategy.Reporting.Definitions;

namespace ControlStrategy.Reporting.Composing;

/// <summary>Runs the operations of a report, and keeps what they answered.</summary>
internal static class OperationAnswers
{
    /// <summary>The `data` of each operation by the operation's name, in the order of the definition.</summary>
    /// <exception cref="ReportOperationException">An operation was answered with errors, or with nothing.</exception>
    /// <exception cref="ReportParameterException">An answer says that nothing is known about a parameter's value.</exception>
    public static async Task<OrderedDictionary<string, JsonElement>> RunAsync(
        ReportDefinition report, ParameterValues parameters, RunOperation runOperation, CancellationToken cancellationToken)
    {
        var answers = new OrderedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var operation in report.Operations)
        {
            var variables = operation.Variables.ToDictionary(variable => variable.Key, variable => ValueOf(variable.Value, parameters));
            using var answer = await runOperation(operation.Text, operation.OperationName, variables, cancellationToken);
            answers.Add(operation.Name, DataOf(operation, answer.RootElement).Clone());
            // At once, so that the reader hears of an unknown area, and not of what a later operation makes of it.
            RefuseUnknownValues(report, parameters, operation.Name, answers[operation.Name]);
        }

        return answers;
    }

    private static object? ValueOf(VariableValue variable, ParameterValues parameters) => variable switch
    {
        { Parameter: { } name } => parameters[name],
        { Items: { } items } => items.Select(item => ValueOf(item, parameters)).ToList(),
        _ => variable.Constant,
    };

    private static void RefuseUnknownValues(ReportDefinition report, ParameterValues parameters, string operation, JsonElement answer)
    {
        foreach (var parameter in report.Parameters.Where(parameter => parameter.UnknownWhenNull?.Fields[0] == operation))
        {
            if (parameter.UnknownWhenNull!.Below().Find(answer) is not null)
                continue;
            var problem = $"Nothing is known about the {parameter.Name} '{parameters.TextOf(parameter.Name)}'. {parameter.Description}";
            throw new ReportParameterException(parameter.Name, isUnknownValue: true, problem);
        }
    }

    private static JsonElement DataOf(OperationDefinition operation, JsonElement answer)
    {
        if (answer.TryGetProperty("errors", out var errors) && errors is { ValueKind: JsonValueKind.Array } && errors.GetArrayLength() > 0)
            throw new ReportOperationException(operation.Name, [.. errors.EnumerateArray().Select(ErrorOf)]);
        return answer.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object
            ? data
            : throw new ReportOperationException(operation.Name, [new($"The operation '{operation.Name}' has no data.", null, null)]);
    }

    private static OperationError ErrorOf(JsonElement error) => new(
        Field(error, "message")?.ToString() ?? "An error without a message.",
        Field(error, "extensions") is { } extensions ? Field(extensions, "code")?.ToString() : null,
        Field(error, "path") is { ValueKind: JsonValueKind.Array } path ? string.Join('.', path.EnumerateArray()) : null,
        Field(error, "locations") is { ValueKind: JsonValueKind.Array } places && places.GetArrayLength() > 0 ? places[0].GetProperty("line").GetInt32() : null);

    private static JsonElement? Field(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var field) && field.ValueKind != JsonValueKind.Null
            ? field
            : null;
}
