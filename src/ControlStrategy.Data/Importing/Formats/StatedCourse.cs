using ControlStrategy.Domain;
using ControlStrategy.Domain.Initiatives;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace ControlStrategy.Data.Importing.Formats;

/// <summary>The course of an initiative as a file states it: status, first and last day.</summary>
internal sealed record StatedCourse(InitiativeStatus? Status, DateOnly? StartsOn, DateOnly? EndsOn)
{
    /// <summary>
    /// Reads and checks the course; null where the file has no column of it. Of an initiative held, columns left out stay as they are,
    /// unless they were made up: what is made up does not stay beside what is stated.
    /// </summary>
    public static StatedCourse? Read(TidyRow row, Initiative? held)
    {
        if (!row.Has("status") && !row.Has("starts_on") && !row.Has("ends_on"))
            return null;
        var kept = held is { Demonstration: false } ? held : null;
        var course = new StatedCourse(
            row.Has("status") ? row.ChoiceOrNone<InitiativeStatus>("status") : kept?.Status,
            row.Has("starts_on") ? row.DayOrNone("starts_on") : kept?.StartsOn,
            row.Has("ends_on") ? row.DayOrNone("ends_on") : kept?.EndsOn);
        course.Check(row, held);
        return course;
    }

    /// <summary>Gives an initiative this course, which is not made up.</summary>
    public void PutInto(EntityEntry<Initiative> entry)
    {
        entry.Entity.Restate(Status, StartsOn, EndsOn);
        entry.Property(x => x.Demonstration).CurrentValue = false;
    }

    private void Check(TidyRow row, Initiative? held)
    {
        if (EndsOn < StartsOn)
            row.Refuse(row.Has("ends_on") ? "ends_on" : "starts_on", "lets it end before it starts");
        try
        {
            held?.CheckRestated(Status, StartsOn, EndsOn);
        }
        catch (RuleBrokenException broken)
        {
            row.Refuse(broken.Code is "MILESTONE_BEFORE_START" ? "starts_on" : "status", $"cannot be: {broken.Message}");
        }
    }
}
