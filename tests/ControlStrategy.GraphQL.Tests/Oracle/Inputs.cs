using System.Globalization;
using GraphQLParser.AST;

namespace ControlStrategy.GraphQL.Tests.Oracle;

/// <summary>Arguments as plain values: texts, numbers, lists, dictionaries, null; what was not given is not there.</summary>
internal sealed class Inputs(IReadOnlyDictionary<string, object?> variables)
{
    private static readonly object NotGiven = new();

    public IReadOnlyDictionary<string, object?> ArgumentsOf(GraphQLField field) =>
        Given((field.Arguments?.Items ?? []).Select(argument => (argument.Name.StringValue, Value(argument.Value))));

    /// <summary>Whether <c>@skip</c> and <c>@include</c> let a selection be.</summary>
    public bool IsIncluded(IHasDirectivesNode node)
    {
        foreach (var directive in node.Directives?.Items ?? [])
        {
            var condition = (bool)Value(directive.Arguments!.Items.Single().Value)!;
            if (directive.Name.Value == "skip" && condition) return false;
            if (directive.Name.Value == "include" && !condition) return false;
        }
        return true;
    }

    /// <summary>One value stands for a list of one.</summary>
    public static IReadOnlyList<object?> AsList(object? value) => value as IReadOnlyList<object?> ?? [value];

    /// <summary>A default, which names no variables.</summary>
    public static object? Constant(GraphQLValue value) => new Inputs(new Dictionary<string, object?>()).Value(value);

    private object? Value(GraphQLValue value) => value switch
    {
        GraphQLVariable variable => variables.TryGetValue(variable.Name.StringValue, out var given) ? given : NotGiven,
        GraphQLNullValue => null,
        GraphQLStringValue text => text.Value.ToString(),
        GraphQLEnumValue constant => constant.Name.StringValue,
        GraphQLBooleanValue truth => truth.BoolValue,
        GraphQLIntValue number => decimal.Parse(number.Value.ToString(), CultureInfo.InvariantCulture),
        GraphQLFloatValue number => number.Value.ToString(),
        GraphQLListValue list => (list.Values ?? []).Select(Value).Select(item => item == NotGiven ? null : item).ToList(),
        GraphQLObjectValue fields => Given((fields.Fields ?? []).Select(field => (field.Name.StringValue, Value(field.Value)))),
        _ => throw new NotSupportedException(value.GetType().Name),
    };

    private static Dictionary<string, object?> Given(IEnumerable<(string Name, object? Value)> members) =>
        members.Where(member => member.Value != NotGiven).ToDictionary(member => member.Name, member => member.Value);
}
