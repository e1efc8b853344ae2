namespace ControlStrategy.Domain.Delivery;

/// <summary>The day whose state is asked for, and from when on work counts.</summary>
/// <param name="On">The day. What happened after it had not happened yet.</param>
/// <param name="Since">First day on which milestones fall due and activities are held that count; null for all of them.</param>
public readonly record struct DeliveryWindow(DateOnly On, DateOnly? Since)
{
    /// <summary>Whether something of this day is not too early to count.</summary>
    public bool IsLateEnough(DateOnly day) => Since is not { } since || day >= since;
}
