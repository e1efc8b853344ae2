using System.Text.Json.Nodes;
using ControlStrategy.GraphQL.Planning;
using GraphQL.Types;

namespace ControlStrategy.GraphQL.Sampling;

/// <summary>
/// An answer of the right shape, without data: every selected field, in each list an entry with a value in every field and one with null in
/// every field that may be null.
/// </summary>
internal static class SampleAnswer
{
    private const string Day = "2021-04-01";
    private const string Moment = "2021-04-01T00:00:00.000Z";

    public static JsonObject Of(IEnumerable<SelectedField> roots) => Object("Query", roots, withValues: true);

    private static JsonObject Object(string typeName, IEnumerable<SelectedField> fields, bool withValues) => new(fields.Select(field =>
        KeyValuePair.Create(field.ResponseName, field.Definition is null ? typeName : Value(field.Definition.ResolvedType!, field.Selection, withValues))));

    private static JsonNode? Value(IGraphType type, Selection selection, bool withValues) => type switch
    {
        NonNullGraphType required => Value(required.ResolvedType!, selection, withValues) ?? Value(required.ResolvedType!, selection, withValues: true),
        ListGraphType list => new JsonArray(Value(list.ResolvedType!, selection, withValues: true), Value(list.ResolvedType!, selection, withValues: false)),
        IObjectGraphType => Object(selection.TypeName, selection.Fields, withValues),
        _ => withValues ? Scalar(type) : null,
    };

    private static JsonValue Scalar(IGraphType type) => type switch
    {
        EnumerationGraphType words => JsonValue.Create(words.Values.First().Name),
        BooleanGraphType => JsonValue.Create(false),
        IntGraphType or LongGraphType or FloatGraphType or DecimalGraphType => JsonValue.Create(1),
        { Name: "LocalDate" } => JsonValue.Create(Day),
        { Name: "DateTime" } => JsonValue.Create(Moment),
        _ => JsonValue.Create("text"),
    };
}
