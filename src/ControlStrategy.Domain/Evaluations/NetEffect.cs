using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Evaluations;

/// <summary>How many fewer there are than if a group had changed as the comparison areas did: X0·(C1/C0) − X1 (Guerette 2009, Problem-Oriented Guides 10).</summary>
internal static class NetEffect
{
    /// <summary>Of the treated areas alone.</summary>
    public static Figure Of(EvaluationCounts counts) => Of(counts.Comparison, counts.Treated);

    /// <summary>Of treated and displacement areas together.</summary>
    public static Figure Total(EvaluationCounts counts) => counts.Displacement is { } displacement
        ? Of(counts.Comparison, counts.Treated, displacement)
        : Figure.Missing(Reason.NotApplicable);

    private static Figure Of(BeforeAfter comparison, params BeforeAfter[] groups)
    {
        if (EvaluationCounts.Absence([.. groups, comparison]) is { } absence)
            return Figure.Missing(absence);
        return comparison.First == 0
            ? Figure.Missing(Reason.NotApplicable)
            : Figure.Of(groups.Sum(group => (group.First * comparison.Second / comparison.First) - group.Second));
    }
}
