using ControlStrategy.Domain.Initiatives;

namespace ControlStrategy.Domain.Delivery;

/// <summary>An entry of a problem-solving plan into a stage.</summary>
/// <param name="PlanId">The plan's key.</param>
/// <param name="Stage">The stage.</param>
/// <param name="EnteredOn">The day, not before the entry preceding it.</param>
/// <param name="Demonstration">Whether the plan is demonstration data.</param>
public readonly record struct StageEntry(int PlanId, SaraStage Stage, DateOnly EnteredOn, bool Demonstration);

/// <summary>How a problem-solving plan came to where it stood on a day.</summary>
internal sealed record PlanCourse
{
    /// <summary>The stage it stood in.</summary>
    public required SaraStage Stage { get; init; }

    /// <summary>Days since its first entry.</summary>
    public required int DaysOpen { get; init; }

    /// <summary>Days since it came into the stage it stood in; a further entry into the same stage does not begin them anew.</summary>
    public required int DaysInStage { get; init; }

    /// <summary>The stages it came back into after it had left them, once for each time.</summary>
    public required IReadOnlyList<SaraStage> Returns { get; init; }

    /// <summary>The course of one plan, or null where it was not opened by the day.</summary>
    /// <param name="entries">The plan's entries in the order entered.</param>
    /// <param name="on">The day.</param>
    public static PlanCourse? On(IEnumerable<StageEntry> entries, DateOnly on)
    {
        var stays = new List<StageEntry>();
        foreach (var entry in entries.Where(entry => entry.EnteredOn <= on))
        {
            if (stays.Count == 0 || stays[^1].Stage != entry.Stage)
                stays.Add(entry);
        }

        return stays.Count == 0 ? null : new PlanCourse
        {
            Stage = stays[^1].Stage,
            DaysOpen = on.DayNumber - stays[0].EnteredOn.DayNumber,
            DaysInStage = on.DayNumber - stays[^1].EnteredOn.DayNumber,
            Returns = [.. stays.GroupBy(stay => stay.Stage).SelectMany(group => group.Skip(1)).Select(stay => stay.Stage)],
        };
    }
}
