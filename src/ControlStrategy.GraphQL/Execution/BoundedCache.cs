using BitFaster.Caching.Lru;

namespace ControlStrategy.GraphQL.Execution;

/// <summary>
/// Keeps what was used last, bounded by number and by size: what is made of a large document takes much memory, so there is one place
/// for such where there are sixteen for others, and neither takes the other's.
/// </summary>
/// <param name="entries">How many of the others.</param>
internal sealed class BoundedCache<TKey, TValue>(int entries) where TKey : notnull
{
    private const int LargeCharacters = 2_048;
    private const int OthersForEachLarge = 16;
    private const int Fewest = 3;
    private readonly ConcurrentLru<TKey, TValue> _large = new(Math.Max(Fewest, entries / OthersForEachLarge));
    private readonly ConcurrentLru<TKey, TValue> _others = new(entries);

    public int Count => _large.Count + _others.Count;

    /// <summary>The part for what is made of a text.</summary>
    public ConcurrentLru<TKey, TValue> For(int characters) => characters > LargeCharacters ? _large : _others;
}
