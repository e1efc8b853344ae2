using System.Data.Common;
using ControlStrategy.Domain.Periods;

namespace ControlStrategy.Data.Figures;

/// <summary>
/// Time, cut wherever one of some stretches begins or ends, as a statement's text and parameters: an observation lies wholly within a
/// stretch where the segments it begins and ends in do.
/// </summary>
internal sealed class TimeSegments
{
    /// <summary>The most segments: bits of a segment's place in a group's key.</summary>
    public const int PlaceBits = 12;

    /// <summary>An observation has at most the twelve months of a year, so it ends at most eleven segments after it began.</summary>
    public const int LengthBits = 4;

    private readonly DateOnly[] _cuts;
    private readonly int[] _furthest;

    /// <param name="stretches">The stretches, 1 or more.</param>
    /// <exception cref="ArgumentException">They make too many segments for a key.</exception>
    public TimeSegments(IReadOnlyList<MonthSpan> stretches)
    {
        _cuts = [.. stretches.SelectMany(months => (DateOnly[])[months.FirstDay, months.DayAfter]).Distinct().Order()];
        if (_cuts.Length > 1 << PlaceBits)
            throw new ArgumentException($"{stretches.Count} stretches make more than {1 << PlaceBits} segments.", nameof(stretches));
        Ranges = [.. stretches.Select(months => (Array.BinarySearch(_cuts, months.FirstDay), Array.BinarySearch(_cuts, months.DayAfter) - 1))];
        _furthest = new int[_cuts.Length - 1];
        Array.Fill(_furthest, -1);
        foreach (var (first, last) in Ranges)
        {
            for (var segment = first; segment <= last; segment++)
                _furthest[segment] = Math.Max(_furthest[segment], last);
        }
    }

    /// <summary>The first and the last segment of each stretch.</summary>
    public IReadOnlyList<(int First, int Last)> Ranges { get; }

    /// <summary>Whether a stretch has several segments.</summary>
    public bool IsAnyLong => Ranges.Any(range => range.First != range.Last);

    /// <summary>Whether an observation may lie wholly within a stretch; where none has several segments, whether it does.</summary>
    public string Condition =>
        $"\"PeriodStart\" >= @cut0 AND \"PeriodEnd\" < @cut{_cuts.Length - 1} AND \"PeriodEnd\" < {Choice("\"PeriodStart\"", segment => $"@cut{Math.Max(0, _furthest[segment] + 1)}")}";

    /// <summary>The place of the segment an observation begins in.</summary>
    public string First => Choice("\"PeriodStart\"", segment => $"{segment}");

    /// <summary>The place of the segment an observation ends in.</summary>
    public string Last => Choice("\"PeriodEnd\"", segment => $"{segment}");

    public void AddTo(DbCommand command)
    {
        for (var i = 0; i < _cuts.Length; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@cut{i}";
            parameter.Value = _cuts[i];
            command.Parameters.Add(parameter);
        }
    }

    private string Choice(string day, Func<int, string> chosen) => Choice(day, chosen, 0, _cuts.Length - 2);

    // By halves: of eleven years a row is compared with four days at most.
    private static string Choice(string day, Func<int, string> chosen, int first, int last)
    {
        if (first == last) return chosen(first);
        var middle = (first + last + 1) / 2;
        return $"CASE WHEN {day} >= @cut{middle} THEN {Choice(day, chosen, middle, last)} ELSE {Choice(day, chosen, first, middle - 1)} END";
    }
}
