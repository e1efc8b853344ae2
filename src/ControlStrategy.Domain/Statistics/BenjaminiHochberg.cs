namespace ControlStrategy.Domain.Statistics;

/// <summary>
/// Benjamini and Hochberg's step-up procedure (1995): of the changes called significant by the adjusted probability at most so many in a
/// hundred are expected to be chance. The i-th smallest of m probabilities becomes the least of p(j)·m/j for all j from i on.
/// </summary>
public static class BenjaminiHochberg
{
    /// <summary>The adjusted probabilities, each in its place, 0 to 1; null where none is given.</summary>
    /// <param name="pValues">Probabilities of one answer, 0 to 1; null where there is no test.</param>
    public static IReadOnlyList<double?> Adjust(IReadOnlyList<double?> pValues)
    {
        ArgumentNullException.ThrowIfNull(pValues);
        var adjusted = new double?[pValues.Count];
        int[] tested = [.. Enumerable.Range(0, pValues.Count).Where(i => pValues[i] is not null).OrderByDescending(i => pValues[i])];
        var least = 1.0;
        for (var place = 0; place < tested.Length; place++)
        {
            var plain = pValues[tested[place]]!.Value;
            // Rounding must not make the largest smaller than it was.
            least = Math.Min(least, Math.Max(plain, plain * tested.Length / (tested.Length - place)));
            adjusted[tested[place]] = least;
        }

        return adjusted;
    }
}
