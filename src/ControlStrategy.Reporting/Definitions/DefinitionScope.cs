namespace ControlStrategy.Reporting.Definitions;

/// <summary>What the texts and paths of a definition may name: its parameters and its operations.</summary>
internal sealed record DefinitionScope(IReadOnlyList<string> Parameters, IReadOnlyList<string> Operations)
{
    public void RequirePlaceholder(AnswerPath path)
    {
        if (path.Fields.Count > 1)
            RequireOperation(path);
        else if (!Parameters.Contains(path.Fields[0], StringComparer.Ordinal))
            throw Unknown(path, "parameter", Parameters);
    }

    public AnswerPath RequireOperation(AnswerPath path) =>
        path.Fields.Count > 1 && Operations.Contains(path.Fields[0], StringComparer.Ordinal)
            ? path
            : throw Unknown(path, "operation", Operations);

    private static ReportDefinitionException Unknown(AnswerPath path, string kind, IReadOnlyList<string> known) =>
        DefinitionMap.Mistake(path.Place, $"'{path}' names no {kind} of this report; there are: {string.Join(", ", known)}");
}
