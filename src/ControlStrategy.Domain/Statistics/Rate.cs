using ControlStrategy.Domain.Measures;

namespace ControlStrategy.Domain.Statistics;

/// <summary>A count per 10,000 people of all ages. A rate of a part year is not made into a yearly one.</summary>
/// <param name="Value">Count over population times 10,000, unrounded; null where the reason says why.</param>
/// <param name="Population">The people it is a rate of, all ages; null where none is known.</param>
/// <param name="PopulationYear">The year on whose 30 June they were estimated: the one inside the financial year, or the newest before
/// it.</param>
/// <param name="Reason">Why there is no rate; null where there is one.</param>
public sealed record Rate(double? Value, long? Population, int? PopulationYear, Reason? Reason)
{
    /// <summary>Lower end of the 95% interval per 10,000, that of the count; null where there is no rate.</summary>
    public double? Lower { get; private init; }

    /// <summary>Upper end of the 95% interval per 10,000, that of the count; null where there is no rate.</summary>
    public double? Upper { get; private init; }

    /// <summary>The number of people a rate is stated for.</summary>
    public const int Per = 10_000;

    /// <summary>The rate of a count; of other kinds of measure there is none (NOT_APPLICABLE).</summary>
    internal static Rate Of(Figure current, MeasureKind kind, PopulationCount? population)
    {
        if (kind is not MeasureKind.Count)
            return new Rate(null, null, null, Statistics.Reason.NotApplicable);
        if (population is not { } people)
            return new Rate(null, null, null, current.Reason ?? Statistics.Reason.NotAvailable);
        if (current.Value is not { } count)
            return new Rate(null, people.AllAges, people.MidYear, current.Reason);
        if (people.AllAges == 0)
            return new Rate(null, people.AllAges, people.MidYear, Statistics.Reason.NotApplicable);
        var interval = CountInterval.Of(count).Times((double)Per / people.AllAges);
        return new Rate(count / people.AllAges * Per, people.AllAges, people.MidYear, null) { Lower = interval.Lower, Upper = interval.Upper };
    }
}
