using System.Text.Json.Nodes;
using GraphQLParser.AST;

namespace ControlStrategy.GraphQL.Tests.Oracle;

/// <summary>
/// Cursors are opaque: the oracle says only which row of which list a cursor stands for. From an answer it learns the texts,
/// which a later query may use.
/// </summary>
internal sealed class Cursors
{
    private const string Marker = "$cursor";
    private readonly List<(GraphQLField List, object Row)> _expected = [];
    private readonly Dictionary<string, object> _rows = [];
    private readonly Dictionary<GraphQLField, List<string>> _texts = [];
    private readonly Dictionary<(GraphQLField List, object Row), string> _textOf = [];

    /// <summary>Stands in the expected answer for a cursor not known yet.</summary>
    public JsonNode Expect(GraphQLField list, object row)
    {
        _expected.Add((list, row));
        return new JsonObject { [Marker] = _expected.Count - 1 };
    }

    public static bool IsExpected(JsonNode? node) => node is JsonObject { Count: 1 } only && only.ContainsKey(Marker);

    /// <summary>Takes a cursor's text from an answer; false when it contradicts another.</summary>
    public bool Learn(JsonNode expected, string text)
    {
        var (list, row) = _expected[(int)expected[Marker]!];
        if (!_texts.TryGetValue(list, out var texts)) _texts.Add(list, texts = []);
        texts.Add(text);
        var isSameText = _textOf.TryAdd((list, row), text) || _textOf[(list, row)] == text;
        return isSameText && (_rows.TryAdd(text, row) || _rows[text] == row);
    }

    public object RowOf(string text) => _rows[text];

    /// <summary>Texts seen in answers of a list, as the document writes it.</summary>
    public IReadOnlyList<string> SeenIn(GraphQLField list) => _texts.GetValueOrDefault(list) ?? [];
}
