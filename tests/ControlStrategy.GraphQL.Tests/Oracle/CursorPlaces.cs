using GraphQLParser.AST;
using GraphQLParser.Visitors;

namespace ControlStrategy.GraphQL.Tests.Oracle;

/// <summary>Where a document takes cursors by variables.</summary>
internal sealed class CursorPlaces : ASTVisitor<NullVisitorContext>
{
    private readonly List<(string Variable, GraphQLField List)> _places = [];

    public static IReadOnlyList<(string Variable, GraphQLField List)> Of(GraphQLDocument document)
    {
        var visitor = new CursorPlaces();
        visitor.VisitAsync(document, default).AsTask().GetAwaiter().GetResult();
        return visitor._places;
    }

    protected override ValueTask VisitFieldAsync(GraphQLField field, NullVisitorContext context)
    {
        foreach (var argument in field.Arguments?.Items ?? [])
        {
            if (argument.Name.StringValue is "after" or "before" && argument.Value is GraphQLVariable variable)
                _places.Add((variable.Name.StringValue, field));
        }
        return base.VisitFieldAsync(field, context);
    }
}
