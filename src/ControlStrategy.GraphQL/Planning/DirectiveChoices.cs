using System.Text;
using GraphQL.Execution;
using GraphQLParser.AST;

namespace ControlStrategy.GraphQL.Planning;

/// <summary>Which of a document's <c>@skip</c> and <c>@include</c> hold in a request: part of a plan's key.</summary>
internal static class DirectiveChoices
{
    public static string Of(IReadOnlyDictionary<ASTNode, IDictionary<string, DirectiveInfo>>? directives)
    {
        if (directives is null || directives.Count == 0) return "";
        var text = new StringBuilder();
        foreach (var (node, given) in directives.OrderBy(entry => entry.Key.Location.Start))
        {
            foreach (var (name, directive) in given)
            {
                if (directive.Arguments.TryGetValue("if", out var condition))
                    text.Append(node.Location.Start).Append(name[0]).Append(condition.Value is true ? '1' : '0');
            }
        }
        return text.ToString();
    }
}
