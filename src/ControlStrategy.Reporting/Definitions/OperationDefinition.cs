using System.Security.Cryptography;
using System.Text;

namespace ControlStrategy.Reporting.Definitions;

/// <summary>One GraphQL operation of a report.</summary>
public sealed record OperationDefinition
{
    /// <summary>The name by which the report's texts and paths call its answer.</summary>
    public required string Name { get; init; }

    /// <summary>The file's name in the report's folder.</summary>
    public required string File { get; init; }

    /// <summary>The file's text, with line feeds only.</summary>
    public required string Text { get; init; }

    /// <summary>Which operation of the file; null where it holds one only.</summary>
    public string? OperationName { get; init; }

    /// <summary>The operation's variables by name.</summary>
    public required IReadOnlyDictionary<string, VariableValue> Variables { get; init; }

    /// <summary>SHA-256 of <see cref="Text"/> in UTF-8, in lower-case hexadecimal digits.</summary>
    public string Sha256 => Sha256Of(Text);

    internal static string Sha256Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>What a variable is given: exactly one of the three is set.</summary>
/// <param name="Constant">A text, a whole number (64-bit) or a truth value.</param>
/// <param name="Parameter">The name of the parameter whose value it is.</param>
/// <param name="Items">A list of such values.</param>
public sealed record VariableValue(object? Constant, string? Parameter, IReadOnlyList<VariableValue>? Items);
