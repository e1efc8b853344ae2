using System.Text.RegularExpressions;

namespace ControlStrategy.GraphQL.Schema;

/// <summary>From names of C# to names of GraphQL.</summary>
internal static partial class Names
{
    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    public static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary><c>LowerIsBetter</c> becomes <c>LOWER_IS_BETTER</c>, <c>Rolling12</c> becomes <c>ROLLING_12</c>.</summary>
    public static string Constant(string name) => WordStart().Replace(name, "_$0").ToUpperInvariant();

    [GeneratedRegex("(?<=[a-z0-9])([A-Z])|(?<=[A-Z])([A-Z])(?=[a-z])|(?<=[a-z])([0-9])")]
    private static partial Regex WordStart();
}
