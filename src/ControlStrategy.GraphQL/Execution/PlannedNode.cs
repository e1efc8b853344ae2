using ControlStrategy.GraphQL.Planning;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;

namespace ControlStrategy.GraphQL.Execution;

/// <summary>A root field answered as finished JSON, although its type is an object.</summary>
internal sealed class PlannedNode(ExecutionNode parent, IGraphType type, GraphQLField field, FieldType definition)
    : ExecutionNode(parent, type, field, definition, null)
{
    public PlannedField? Planned { get; set; }

    public override object? ToValue() => Result;
}
