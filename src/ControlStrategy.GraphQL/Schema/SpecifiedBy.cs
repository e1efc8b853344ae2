using GraphQL.Types;
using GraphQLParser.AST;

namespace ControlStrategy.GraphQL.Schema;

/// <summary>The directive that says where a scalar's format is specified.</summary>
internal static class SpecifiedBy
{
    public const string Name = "specifiedBy";
    public const string Argument = "url";

    public static Directive Create() => new(Name, DirectiveLocation.Scalar)
    {
        Description = "Where the format of a scalar is specified.",
        Arguments = new QueryArguments(new QueryArgument(TypeRegistry.NonNull(new StringGraphType())) { Name = Argument, Description = "Address of the specification." }),
    };
}
