namespace ControlStrategy.Domain.Delivery;

/// <summary>How long something took or takes, of several.</summary>
/// <param name="Median">The middle one in days; of an even number the mean of the middle two.</param>
/// <param name="Longest">The longest in days.</param>
public sealed record DaySpread(double Median, int Longest)
{
    /// <summary>The spread of some numbers of days; null where there are none.</summary>
    public static DaySpread? Of(IEnumerable<int> days)
    {
        int[] sorted = [.. days.Order()];
        if (sorted.Length == 0) return null;
        var (low, high) = (sorted[(sorted.Length - 1) / 2], sorted[sorted.Length / 2]);
        return new DaySpread(((double)low + high) / 2, sorted[^1]);
    }
}
