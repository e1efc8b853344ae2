namespace ControlStrategy.GraphQL.Json;

/// <summary>A gap in a piece of JSON, to be filled from a child's answer for one parent.</summary>
/// <param name="Position">Where in the buffer.</param>
/// <param name="Child">Which child.</param>
/// <param name="Key">The parent's key.</param>
internal readonly record struct Gap(int Position, int Child, object Key);

/// <summary>One object's JSON within a buffer, with its gaps.</summary>
internal readonly record struct Fragment(int Start, int End, int FirstGap, int EndGap);

/// <summary>JSON of many objects, one after the other, with gaps where other statements' answers go.</summary>
internal sealed class Fragments : IDisposable
{
    private readonly List<Fragment> _all = [];
    private readonly List<Gap> _gaps = [];

    public JsonBuffer Json { get; } = new();

    public IReadOnlyList<Fragment> All => _all;

    public IReadOnlyList<Gap> Gaps => _gaps;

    public void AddGap(int child, object key) => _gaps.Add(new Gap(Json.Length, child, key));

    /// <summary>Ends the object begun where the previous one ended.</summary>
    public void EndFragment()
    {
        var previous = _all.Count == 0 ? default : _all[^1];
        _all.Add(new Fragment(previous.End, Json.Length, previous.EndGap, _gaps.Count));
    }

    public void Dispose() => Json.Dispose();
}
