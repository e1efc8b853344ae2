namespace ControlStrategy.Data.Content.Demonstration;

/// <summary>
/// Numbers that depend on a text only, so that every installation draws the same. System.Random is not used, because its sequence may
/// change with the runtime. The text is hashed by FNV-1a, the sequence is SplitMix64; only operations that IEEE 754 rounds exactly follow.
/// </summary>
/// <param name="key">What the numbers are for, such as "milestones of drugs".</param>
internal sealed class Draw(string key)
{
    private ulong _state = Hash(key);

    /// <summary>A number from 0 up to, but not including, 1.</summary>
    public double Share() => (Next() >> 11) / (double)(1UL << 53);

    /// <summary>A whole number from 0 up to, but not including, the limit.</summary>
    /// <param name="limit">1 or more.</param>
    public int Below(int limit) => (int)(Share() * limit);

    /// <summary>A whole number from the first to the last.</summary>
    public int Between(int first, int last) => first + Below(last - first + 1);

    /// <summary>One of the choices, each as likely.</summary>
    public T OneOf<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>A number with mean 0 and standard deviation 1, nearly normal and never beyond 3.5: a sum of four shares.</summary>
    public double Deviation() => (Share() + Share() + Share() + Share() - 2) * Math.Sqrt(3);

    private static ulong Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var unit in text)
            hash = (hash ^ unit) * 1099511628211UL;
        return hash;
    }

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return mixed ^ (mixed >> 31);
    }
}
