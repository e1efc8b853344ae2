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
    private readonly List<(GraphQLField List, object Row, int Pages)> _expected = [];
    private readonly Dictionary<string, (object Row, int Pages)> _places = [];
    private readonly Dictionary<GraphQLField, List<string>> _texts = [];
    private readonly Dictionary<(GraphQLField List, object Row, int Pages), string> _textOf = [];

    /// <summary>Stands in the expected answer for a cursor not known yet.</summary>
    /// <param name="list">The list.</param>
    /// <param name="row">The row.</param>
    /// <param name="pages">How many pages the cursor skips.</param>
    public JsonNode Expect(GraphQLField list, object row, int pages = 0)
    {
        _expected.Add((list, row, pages));
        return new JsonObject { [Marker] = _expected.Count - 1 };
    }

    public static bool IsExpected(JsonNode? node) => node is JsonObject { Count: 1 } only && only.ContainsKey(Marker);

    /// <summary>Takes a cursor's text from an answer; false when it contradicts another.</summary>
    public bool Learn(JsonNode expected, string text)
    {
        var (list, row, pages) = _expected[(int)expected[Marker]!];
        if (!_texts.TryGetValue(list, out var texts)) _texts.Add(list, texts = []);
        texts.Add(text);
        var isSameText = _textOf.TryAdd((list, row, pages), text) || _textOf[(list, row, pages)] == text;
        return isSameText && (_places.TryAdd(text, (row, pages)) || _places[text] == (row, pages));
    }

    public object RowOf(string text) => _places[text].Row;

    public int PagesSkippedBy(string? text) => text is null ? 0 : _places[text].Pages;

    /// <summary>Texts seen in answers of a list, as the document writes it.</summary>
    public IReadOnlyList<string> SeenIn(GraphQLField list) => _texts.GetValueOrDefault(list) ?? [];
}
