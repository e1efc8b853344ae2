using System.Text.Json;

namespace ControlStrategy.Reporting;

/// <summary>Answers a GraphQL operation. The host gives it, with the reader's own permissions.</summary>
/// <param name="operationText">The text of the `.graphql` file.</param>
/// <param name="operationName">Which operation of the text; null where it holds one only.</param>
/// <param name="variables">The variables: texts, 64-bit whole numbers, truth values and lists of them.</param>
/// <param name="cancellationToken">Stops the operation.</param>
/// <returns>The whole answer: `data`, and `errors` where there are any. The caller disposes it.</returns>
public delegate Task<JsonDocument> RunOperation(
    string operationText,
    string? operationName,
    IReadOnlyDictionary<string, object?> variables,
    CancellationToken cancellationToken);

/// <summary>What the host adds to a workbook's manifest.</summary>
/// <param name="SchemaSha256">SHA-256 of the schema that answered, in lower-case hexadecimal digits.</param>
public sealed record ManifestContext(string SchemaSha256);
