using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Scorecards;

/// <summary>Figures of measures in areas for one period, compared with the years before.</summary>
public static class Scorecard
{
    /// <summary>How many years the mean of the years before is made of.</summary>
    public const int MeanYears = 5;

    /// <summary>
    /// Computes one line for each measure and area, all areas of the first measure first. The p of all changes are adjusted for their number
    /// by Benjamini and Hochberg's procedure.
    /// </summary>
    /// <exception cref="ArgumentException">Two sums, two populations or two aims are given for the same place.</exception>
    public static IReadOnlyList<ScorecardLine> Compute(ScorecardRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var lines = new ScorecardLines(request);
        return Adjusted([.. request.Measures.SelectMany(lines.Of)]);
    }

    private static ScorecardLine[] Adjusted(ScorecardLine[] lines)
    {
        var adjusted = BenjaminiHochberg.Adjust([.. lines.Select(line => line.Change.PValue)]);
        for (var i = 0; i < lines.Length; i++)
            lines[i] = lines[i] with { Change = lines[i].Change with { AdjustedPValue = adjusted[i] } };
        return lines;
    }
}
