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
    private readonly List<(GraphQLField List, CursorPlace Place)> _expected = [];
    private readonly Dictionary<string, CursorPlace> _places = [];
    private readonly Dictionary<GraphQLField, List<string>> _texts = [];
    private readonly Dictionary<(GraphQLField List, CursorPlace Place), string> _textOf = [];

    /// <summary>Stands in the expected answer for a cursor not known yet.</summary>
    /// <param name="list">The list.</param>
    /// <param name="place">What it stands for.</param>
    public JsonNode Expect(GraphQLField list, CursorPlace place)
    {
        _expected.Add((list, place));
        return new JsonObject { [Marker] = _expected.Count - 1 };
    }

    public static bool IsExpected(JsonNode? node) => node is JsonObject { Count: 1 } only && only.ContainsKey(Marker);

    /// <summary>Takes a cursor's text from an answer; false when it contradicts another.</summary>
    public bool Learn(JsonNode expected, string text)
    {
        var (list, place) = _expected[(int)expected[Marker]!];
        if (!_texts.TryGetValue(list, out var texts)) _texts.Add(list, texts = []);
        texts.Add(text);
        var isSameText = _textOf.TryAdd((list, place), text) || _textOf[(list, place)] == text;
        return isSameText && (_places.TryAdd(text, place) || _places[text] == place);
    }

    public object RowOf(string text) => _places[text].Row;

    public int PagesSkippedBy(string? text) => text is null ? 0 : _places[text].Jump?.SkippedPages ?? 0;

    /// <summary>Texts seen in answers of a list, as the document writes it.</summary>
    public IReadOnlyList<string> SeenIn(GraphQLField list) => _texts.GetValueOrDefault(list) ?? [];
}

/// <summary>What a cursor stands for.</summary>
/// <param name="Row">The row.</param>
/// <param name="Jump">Of the cursor of a numbered page, how many pages it skips, and rows of a page; null for the row itself.</param>
internal sealed record CursorPlace(object Row, (int SkippedPages, int Rows)? Jump = null);
