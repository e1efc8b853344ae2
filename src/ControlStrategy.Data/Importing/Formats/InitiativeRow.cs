using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Initiatives;
using ControlStrategy.Domain.Strategies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace ControlStrategy.Data.Importing.Formats;

/// <summary>An initiative as a file states it, checked against everything but its parent.</summary>
internal sealed class InitiativeRow
{
    private readonly Initiative? _held;
    private readonly bool _statesLeadUnit;
    private readonly StatedCourse? _course;
    private readonly List<Outcome>? _outcomes;
    private readonly List<Priority>? _priorities;
    private readonly List<Partner>? _partners;
    private readonly List<Area>? _areas;

    /// <summary>Reads a row; where it is refused, the result means nothing.</summary>
    public InitiativeRow(TidyRow row, HeldInitiatives held, KnownAreas areas)
    {
        (Line, Code, Name, Summary) = (row.Line, row.Text("code"), row.Text("name"), row.Text("summary"));
        Kind = row.Choice<InitiativeKind>("kind");
        _held = held.ByCode.GetValueOrDefault(Code);
        Objective = held.Objectives.GetValueOrDefault(row.Text("objective"));
        if (Objective is null)
            row.Refuse("objective", "is not the number of an objective of the strategy in force: write 1 to 5");
        (StatesParent, Parent) = (row.Has("parent"), row.TextOrNone("parent"));
        (_statesLeadUnit, LeadUnit) = (row.Has("lead_unit"), row.TextOrNone("lead_unit"));
        _outcomes = ReadList(row, "outcomes", "an outcome of the strategy in force", held.Outcomes.GetValueOrDefault);
        _priorities = ReadList(row, "priorities", "a priority of the strategy in force", held.Priorities.GetValueOrDefault);
        _partners = ReadList(row, "partners", "a partner known here; an import makes none", held.Partners.GetValueOrDefault);
        _areas = ReadList(row, "areas", "an area known here", code => areas.Find(code) is { } key ? held.Areas[key] : null);
        _course = StatedCourse.Read(row, _held);
    }

    public long Line { get; }

    public string Code { get; }

    public bool StatesParent { get; }

    public string? Parent { get; }

    private string Name { get; }

    private string Summary { get; }

    private InitiativeKind Kind { get; }

    private Objective? Objective { get; }

    private string? LeadUnit { get; }

    /// <summary>The initiative without its parent; a new one is added to the context.</summary>
    public Initiative Noun(StrategyContext context)
    {
        if (_held is not null)
            return _held;
        var added = new Initiative { Code = Code, Name = Name, Summary = Summary, Kind = Kind, Objective = Objective! };
        context.Add(added);
        return added;
    }

    /// <summary>Gives the initiative the values stated; returns whether any differs.</summary>
    public bool Change(EntityEntry<Initiative> entry, Initiative? parent)
    {
        entry.Property(x => x.Name).CurrentValue = Name;
        entry.Property(x => x.Summary).CurrentValue = Summary;
        entry.Property(x => x.Kind).CurrentValue = Kind;
        if (_statesLeadUnit)
            entry.Property(x => x.LeadUnit).CurrentValue = LeadUnit;
        _course?.PutInto(entry);
        var isMoved = Move(entry, parent);
        // Every list is compared, also after one differs.
        var hasOtherLists = Replace(entry.Entity.Outcomes, _outcomes) | Replace(entry.Entity.Priorities, _priorities)
            | Replace(entry.Entity.Partners, _partners) | Replace(entry.Entity.Areas, _areas);
        return isMoved || hasOtherLists || entry.State is not EntityState.Unchanged;
    }

    private bool Move(EntityEntry<Initiative> entry, Initiative? parent)
    {
        var isElsewhere = entry.Entity.Objective != Objective || (StatesParent && entry.Entity.Parent != parent);
        entry.Reference(x => x.Objective).CurrentValue = Objective;
        if (StatesParent)
            entry.Reference(x => x.Parent).CurrentValue = parent;
        return isElsewhere;
    }

    private static bool Replace<TNoun>(List<TNoun> held, List<TNoun>? stated)
    {
        if (stated is null || (held.Count == stated.Count && !stated.Except(held).Any()))
            return false;
        held.RemoveAll(noun => !stated.Contains(noun));
        held.AddRange(stated.Except(held).ToList());
        return true;
    }

    private static List<TNoun>? ReadList<TNoun>(TidyRow row, string column, string what, Func<string, TNoun?> find)
        where TNoun : class
    {
        if (!row.Has(column))
            return null;
        List<TNoun> nouns = [];
        foreach (var name in row.List(column))
        {
            if (find(name) is not { } noun)
                row.Refuse(column, $"names \"{name}\", which is not {what}");
            else if (!nouns.Contains(noun))
                nouns.Add(noun);
        }

        return nouns;
    }
}
