using System.Text.Json;
using ControlStrategy.Domain.Imports;

namespace ControlStrategy.Api.Imports;

/// <summary>The names of the kinds of import in commands and addresses, such as <c>recorded-crime</c>.</summary>
internal static class ImportKindName
{
    private static readonly Dictionary<string, ImportKind> Kinds = Enum.GetValues<ImportKind>().ToDictionary(Of, StringComparer.Ordinal);

    /// <summary>All names, in the order of the kinds.</summary>
    public static IReadOnlyCollection<string> All => Kinds.Keys;

    /// <summary>The name of a kind.</summary>
    public static string Of(ImportKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());

    /// <summary>The kind of a name; none where there is none.</summary>
    public static ImportKind? Find(string name) => Kinds.TryGetValue(name, out var kind) ? kind : null;
}
