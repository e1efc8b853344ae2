namespace ControlStrategy.Domain.ControlCharts;

/// <summary>Flags the points of one phase that chance does not explain.</summary>
/// <param name="values">The phase's values; null where one is missing.</param>
/// <param name="limits">Its limits.</param>
/// <param name="flags">Where the flags go, by the position of the value.</param>
internal sealed class SpecialCauses(ReadOnlyMemory<double?> values, ControlLimits limits, Memory<List<ChartFlag>?> flags)
{
    private const int RowLength = 7;

    public void Flag()
    {
        FlagOutside();
        FlagRows(ChartRule.Shift, Side, length: RowLength, reach: 0);
        // Seven points have six steps; the row begins one point before its first step.
        FlagRows(ChartRule.Trend, Step, length: RowLength - 1, reach: 1);
        FlagTwoOfThree();
    }

    private void FlagOutside()
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (values.Span[i] is { } value && limits.IsOutside(value))
                Add(i, ChartRule.OutsideLimits, Side(i));
        }
    }

    private void FlagRows(ChartRule rule, Func<int, int> sign, int length, int reach)
    {
        var first = 0;
        for (var i = 0; i <= values.Length; i++)
        {
            if (i < values.Length && i > first && sign(i) == sign(first)) continue;
            if (i - first >= length && sign(first) != 0)
            {
                for (var point = first - reach; point < i; point++)
                    Add(point, rule, sign(first));
            }
            first = i;
        }
    }

    private void FlagTwoOfThree()
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (IsBeyondNear(i) && Enumerable.Range(i - 2, 3).Any(IsTwoOfThree))
                Add(i, ChartRule.TwoOfThree, Side(i));
        }
    }

    private bool IsTwoOfThree(int first)
    {
        if (first < 0 || first + 2 >= values.Length || Side(first) == 0) return false;
        if (Side(first + 1) != Side(first) || Side(first + 2) != Side(first)) return false;
        return (IsBeyondNear(first) ? 1 : 0) + (IsBeyondNear(first + 1) ? 1 : 0) + (IsBeyondNear(first + 2) ? 1 : 0) >= 2;
    }

    private bool IsBeyondNear(int index) => values.Span[index] is { } value && limits.IsBeyondNear(value);

    /// <summary>1 above the mean, -1 below it, 0 on it or missing.</summary>
    private int Side(int index) => values.Span[index] is { } value ? limits.SideOf(value) : 0;

    /// <summary>1 above the point before, -1 below it, 0 where they are equal or one is missing.</summary>
    private int Step(int index) =>
        index > 0 && values.Span[index] is { } value && values.Span[index - 1] is { } before ? Math.Sign(value - before) : 0;

    private void Add(int index, ChartRule rule, int sign)
    {
        var direction = (rule, sign > 0) switch
        {
            (ChartRule.Trend, true) => FlagDirection.Rising,
            (ChartRule.Trend, false) => FlagDirection.Falling,
            (_, true) => FlagDirection.High,
            _ => FlagDirection.Low,
        };
        (flags.Span[index] ??= []).Add(new ChartFlag(rule, direction));
    }
}
