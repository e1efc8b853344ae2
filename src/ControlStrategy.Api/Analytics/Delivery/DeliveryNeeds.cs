using ControlStrategy.GraphQL.Records;

namespace ControlStrategy.Api.Analytics.Delivery;

/// <summary>What must be read for what was selected of a delivery.</summary>
/// <param name="selected">What was selected.</param>
internal sealed class DeliveryNeeds(SelectedMembers selected)
{
    private static readonly string[] Rows = ["total", "objectives", "initiatives", "partners"];

    // Whether anything of the answer is demonstration data is known only once all of it is read.
    private bool Everything { get; } = selected.Has("demonstration");

    public bool Objectives => selected.Has("objectives");

    public bool Initiatives => selected.Has("initiatives");

    public bool Partners => selected.Has("partners");

    public bool Plans => Everything || selected.Has("plans");

    public bool Milestones => Everything || HasRow("milestones", "progress", "demonstration");

    public bool Activities => Everything || HasRow("activities", "demonstration");

    private bool HasRow(params string[] members) => Rows.Any(row => members.Any(member => selected.Has($"{row}.{member}")));
}
