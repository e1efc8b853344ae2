using ControlStrategy.Domain.Delivery;
using ControlStrategy.GraphQL;

namespace ControlStrategy.Api.Analytics.Delivery;

/// <summary>What the delivery of the strategy is asked for.</summary>
public sealed record DeliveryArguments
{
    /// <summary>The day whose state is asked for; what happened later had not happened yet. Without it today, in UTC.</summary>
    public DateOnly? On { get; init; }

    /// <summary>First day that counts, on or before `on`: milestones due and activities held before it are left out. Without it, all count. Plans do not depend on it.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Number of one objective of the strategy in force, 1 to 5; without it, all of them. Plans are then those of its initiatives.</summary>
    public int? Objective { get; init; }

    /// <summary>Codes of initiatives: these and those listed under them; without it, all. Plans are then those of these initiatives.</summary>
    public IReadOnlyList<string>? Initiatives { get; init; }

    /// <summary>
    /// Codes of areas, former codes and letters of divisions too: only activities and plans in them and their parts, and only initiatives,
    /// with all their milestones, that run in them, in a part of them, in an area they are part of, or name no area. Without it, everywhere.
    /// </summary>
    public IReadOnlyList<string>? Areas { get; init; }

    /// <summary>
    /// True for demonstration data only, false for real data only; without it, both together. The initiatives themselves are real: with one
    /// sort only, one whose status is of the other sort counts as without status.
    /// </summary>
    public bool? Demonstration { get; init; }

    /// <summary>The days asked for.</summary>
    /// <param name="today">The day it is.</param>
    /// <exception cref="RequestException">INVALID_RANGE: since is after on.</exception>
    internal DeliveryWindow Window(DateOnly today)
    {
        var window = new DeliveryWindow(On ?? today, Since);
        return window.IsLateEnough(window.On)
            ? window
            : throw new RequestException("INVALID_RANGE", $"since, {Since:O}, is after the day whose state is asked for, {window.On:O}.");
    }
}
