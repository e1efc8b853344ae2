using System.Globalization;

namespace ControlStrategy.Domain.Evaluations;

/// <summary>How like one series is to another over the same periods.</summary>
/// <param name="treated">The series of the treated areas.</param>
/// <param name="other">The series of another area.</param>
/// <param name="places">The periods that both have.</param>
internal sealed class Likeness(IReadOnlyList<double?> treated, IReadOnlyList<double?> other, int[] places)
{
    private const int Index = 100;
    private const int FewestChanges = 3;

    // A spread smaller than this part of the values' squares is what rounding leaves of none.
    private const double Rounding = 1e-24;

    // From here on changes are said to go along with one another; below, weakly; at 0 or less, not at all.
    private const double Along = 0.5;

    // Beyond twice the size, or half of it, numbers are said to compare badly.
    private const double MuchLarger = 2;

    private readonly double _mean = places.Average(place => treated[place]!.Value);
    private readonly double _otherMean = places.Average(place => other[place]!.Value);

    /// <summary>Whether both have anything that can be indexed.</summary>
    public bool IsDefined => _mean > 0 && _otherMean > 0;

    public double Distance => Math.Sqrt(places.Average(place =>
        Math.Pow((Index * treated[place]!.Value / _mean) - (Index * other[place]!.Value / _otherMean), 2)));

    public double RelativeSize => _otherMean / _mean;

    public double? Correlation
    {
        get
        {
            // Only neighbouring periods have a change between them.
            int[] changed = [.. places.Where(place => place > 0 && treated[place - 1] is not null)];
            if (changed.Length < FewestChanges) return null;
            var (changes, others) = (Changes(treated, changed), Changes(other, changed));
            var (spread, otherSpread) = (Sum(changes, changes), Sum(others, others));
            return spread <= Rounding * Squares(treated) || otherSpread <= Rounding * Squares(other)
                ? null
                : Math.Clamp(Sum(changes, others) / Math.Sqrt(spread * otherSpread), -1, 1);
        }
    }

    public string Explanation =>
        $"Over {places.Length.ToString(CultureInfo.InvariantCulture)} earlier periods, each series taken as 100 on its own average, it lay {PlainNumber.Decimal(Distance, 1)} points "
        + $"from the treated areas (root mean square); {Together()}."
        + (RelativeSize is > MuchLarger or < 1 / MuchLarger
            ? $" Its level is {PlainNumber.Decimal(RelativeSize, 2)} times theirs, so figures that compare numbers, such as the displacement difference, are to be read with care."
            : "");

    private string Together() => Correlation switch
    {
        null => "their changes from period to period cannot be correlated",
        >= Along and var along => $"their changes from period to period went along with one another (correlation {PlainNumber.Decimal(along, 2)})",
        > 0 and var weak => $"their changes from period to period went along with one another weakly (correlation {PlainNumber.Decimal(weak, 2)})",
        var none => $"their changes from period to period did not go along with one another (correlation {PlainNumber.Decimal(none.Value, 2)})",
    };

    // Less their own mean.
    private static double[] Changes(IReadOnlyList<double?> series, int[] places)
    {
        double[] changes = [.. places.Select(place => series[place]!.Value - series[place - 1]!.Value)];
        var mean = changes.Average();
        return [.. changes.Select(change => change - mean)];
    }

    private static double Sum(double[] one, double[] other) => one.Zip(other, (a, b) => a * b).Sum();

    private double Squares(IReadOnlyList<double?> series) => places.Sum(place => series[place]!.Value * series[place]!.Value);
}
