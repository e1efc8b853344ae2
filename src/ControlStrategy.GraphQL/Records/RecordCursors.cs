using ControlStrategy.GraphQL.Paging;

namespace ControlStrategy.GraphQL.Records;

/// <summary>Cursors of lists in hand-written records: signed like those of generated lists, each good for one list and what it was asked for.</summary>
public sealed class RecordCursors
{
    private readonly CursorSigner _signer;

    internal RecordCursors(EngineOptions options) => _signer = new CursorSigner(options.CursorKey);

    /// <summary>Makes the cursor of a place.</summary>
    /// <param name="list">The root field.</param>
    /// <param name="asked">What the list was asked for, its page apart.</param>
    /// <param name="place">The values the list is ordered by, at that place.</param>
    public string Write(string list, IEnumerable<object?> asked, object?[] place) =>
        _signer.Encode(CursorSigner.Scope(list, "", asked), place, jump: null);

    /// <summary>Reads a cursor.</summary>
    /// <param name="list">The root field.</param>
    /// <param name="asked">What the list is asked for, its page apart.</param>
    /// <param name="cursor">The text.</param>
    /// <param name="types">Types of the values the list is ordered by.</param>
    /// <exception cref="RequestException">INVALID_CURSOR: it was not made for this list and what is asked for.</exception>
    public object?[] Read(string list, IEnumerable<object?> asked, string cursor, IReadOnlyList<Type> types) =>
        _signer.Decode(CursorSigner.Scope(list, "", asked), cursor, "after", types).SortValues;
}
