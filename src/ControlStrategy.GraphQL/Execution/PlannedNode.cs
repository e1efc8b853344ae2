using ControlStrategy.GraphQL.Planning;
using ControlStrategy.GraphQL.Sessions;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;

namespace ControlStrategy.GraphQL.Execution;

/// <summary>A root field answered as finished JSON, although its type is an object.</summary>
internal sealed class PlannedNode(ExecutionNode parent, IGraphType type, GraphQLField field, FieldType definition)
    : ExecutionNode(parent, type, field, definition, null)
{
    public PlannedRoot Root { get; } = new(field.Alias?.Name.StringValue ?? field.Name.StringValue, field, definition);

    public PlannedField? Planned { get; set; }

    public Lease? Lease { get; set; }

    public override object? ToValue() => Result;
}
