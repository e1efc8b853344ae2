namespace ControlStrategy.Domain.ControlCharts;

/// <summary>Finds the special points of a series, phase by phase.</summary>
internal static class ControlFlags
{
    private const int RunLength = 7;

    public static IReadOnlyList<ControlFlag>[] Of(IReadOnlyList<double?> points, IReadOnlyList<ControlPhase> phases)
    {
        var flags = new List<ControlFlag>?[points.Count];
        foreach (var phase in phases.Where(phase => phase.Mean is not null))
        {
            Outside(points, phase, flags);
            Runs(phase, flags, ControlRule.SevenOnOneSide, at => phase.SideOf(points[at]), isStepped: false);
            Runs(phase, flags, ControlRule.SevenInOneDirection, at => at == phase.First ? 0 : Math.Sign(points[at] - points[at - 1] ?? 0), isStepped: true);
            NearLimits(points, phase, flags);
        }

        return [.. flags.Select(found => (IReadOnlyList<ControlFlag>?)found ?? [])];
    }

    private static void Outside(IReadOnlyList<double?> points, ControlPhase phase, List<ControlFlag>?[] flags)
    {
        for (var at = phase.First; at < phase.First + phase.Length; at++)
        {
            if (phase.IsOutside(points[at]))
                Flag(flags, at, ControlRule.OutsideLimits, phase.SideOf(points[at]));
        }
    }

    // A step leads from one point to the next: seven points have six, and the point before the first step belongs to the run.
    private static void Runs(ControlPhase phase, List<ControlFlag>?[] flags, ControlRule rule, Func<int, int> signOf, bool isStepped)
    {
        var end = phase.First + phase.Length;
        for (var from = phase.First; from < end;)
        {
            var sign = signOf(from);
            var to = from + 1;
            while (to < end && signOf(to) == sign)
                to++;
            var start = isStepped ? from - 1 : from;
            if (sign != 0 && to - start >= RunLength)
            {
                for (var at = start; at < to; at++)
                    Flag(flags, at, rule, sign);
            }
            from = to;
        }
    }

    private static void NearLimits(IReadOnlyList<double?> points, ControlPhase phase, List<ControlFlag>?[] flags)
    {
        for (var at = phase.First; at + 2 < phase.First + phase.Length; at++)
        {
            var sign = phase.SideOf(points[at]);
            if (sign == 0 || phase.SideOf(points[at + 1]) != sign || phase.SideOf(points[at + 2]) != sign) continue;
            int[] beyond = [.. Enumerable.Range(at, 3).Where(i => phase.IsBeyondNear(points[i]))];
            if (beyond.Length < 2) continue;
            foreach (var i in beyond)
                Flag(flags, i, ControlRule.TwoOfThreeNearLimit, sign);
        }
    }

    private static void Flag(List<ControlFlag>?[] flags, int at, ControlRule rule, int sign)
    {
        var flag = new ControlFlag(rule, sign > 0 ? ControlDirection.High : ControlDirection.Low);
        var found = flags[at] ??= [];
        if (!found.Contains(flag)) found.Add(flag);
    }
}
