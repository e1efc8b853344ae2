using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Evaluations;

/// <summary>
/// Suggests areas to compare treated areas with: those whose earlier series ran most like theirs. The measure is the root mean squared
/// difference before the initiative, by which comparison groups are matched in synthetic control studies too (Abadie, Diamond and
/// Hainmueller 2010, Journal of the American Statistical Association 105), here of series indexed to their own mean. The nearest of all need
/// not be near: its distance says so. Neighbours that offences may move to should not be among the candidates.
/// </summary>
public static class SimilarAreas
{
    /// <summary>Fewest earlier periods that a likeness is stated from: 5.</summary>
    public const int FewestPeriods = 5;

    /// <summary>Orders candidates by their distance, the nearest first; of equal ones the better correlated, then by key. Those that cannot be compared come last.</summary>
    /// <param name="treated">The series of the treated areas together, oldest first; null where a period is not known. Only known periods are compared.</param>
    /// <param name="candidates">Other areas with values for the same periods.</param>
    /// <exception cref="ArgumentException">A candidate has another number of periods.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is negative or not finite.</exception>
    public static IReadOnlyList<SimilarArea> Of(IReadOnlyList<double?> treated, IEnumerable<EarlierSeries> candidates)
    {
        ArgumentNullException.ThrowIfNull(treated);
        ArgumentNullException.ThrowIfNull(candidates);
        Check(treated);
        int[] places = [.. Enumerable.Range(0, treated.Count).Where(place => treated[place] is not null)];
        return [.. candidates.Select(candidate => Compared(treated, candidate, places))
            .OrderBy(area => area.Distance ?? double.PositiveInfinity).ThenByDescending(area => area.Correlation ?? -1).ThenBy(area => area.AreaId)];
    }

    private static SimilarArea Compared(IReadOnlyList<double?> treated, EarlierSeries candidate, int[] places)
    {
        Check(candidate.Values);
        if (candidate.Values.Count != treated.Count)
            throw new ArgumentException($"Area {candidate.AreaId} has {candidate.Values.Count} periods, the treated areas {treated.Count}.", nameof(candidate));
        if (places.Length < FewestPeriods)
            return None(candidate, Reason.TooFewPoints, $"Fewer than {FewestPeriods} earlier periods are known of the treated areas.");
        if (places.Any(place => candidate.Values[place] is null))
            return None(candidate, Reason.NotAvailable, "It lacks an earlier period.");
        var likeness = new Likeness(treated, candidate.Values, places);
        if (!likeness.IsDefined)
            return None(candidate, Reason.NotApplicable, "Nothing was counted in it, or in the treated areas, in the earlier periods.");
        return new SimilarArea
        {
            AreaId = candidate.AreaId,
            Distance = likeness.Distance,
            Correlation = likeness.Correlation,
            RelativeSize = likeness.RelativeSize,
            Explanation = likeness.Explanation,
        };
    }

    private static SimilarArea None(EarlierSeries candidate, Reason reason, string explanation) =>
        new() { AreaId = candidate.AreaId, Reason = reason, Explanation = explanation };

    private static void Check(IReadOnlyList<double?> values)
    {
        foreach (var value in values.OfType<double>())
        {
            if (!(value >= 0) || !double.IsFinite(value))
                throw new ArgumentOutOfRangeException(nameof(values), value, "A count or a rate is 0 or more, and finite.");
        }
    }
}
