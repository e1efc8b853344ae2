using ControlStrategy.GraphQL.Schema;
using GraphQL.Types;
using GraphQLParser.AST;

namespace ControlStrategy.GraphQL.Planning;

/// <summary>What was selected of one object, fragments merged and directives applied.</summary>
internal sealed record Selection(string TypeName, IReadOnlyList<SelectedField> Fields)
{
    public static readonly Selection Nothing = new("", []);
}

/// <summary>One field of a selection.</summary>
/// <param name="ResponseName">Its alias or name.</param>
/// <param name="Syntax">Where its arguments are written.</param>
/// <param name="Definition">Its definition; null for <c>__typename</c>.</param>
/// <param name="Selection">What was selected of its value; empty for scalars.</param>
internal sealed record SelectedField(string ResponseName, GraphQLField Syntax, FieldType? Definition, Selection Selection)
{
    public string FieldName { get; } = Syntax.Name.StringValue;

    /// <summary>Its number among the fields with arguments of one root field; -1 without.</summary>
    public int ArgumentsIndex { get; init; } = -1;

    public bool IsTypeName => Definition is null;

    public T? Field<T>() where T : class => Definition is null ? null : FieldMetadata.Find<T>(Definition);
}
