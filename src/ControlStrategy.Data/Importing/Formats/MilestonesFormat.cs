using ControlStrategy.Data.Importing.Files;
using ControlStrategy.Data.Importing.Writing;
using ControlStrategy.Domain.Initiatives;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Data.Importing.Formats;

/// <summary>Milestones, named by initiative and title.</summary>
internal sealed class MilestonesFormat(RecordFile file) : IImportFormat
{
    public static readonly IReadOnlyList<ImportColumn> Columns =
    [
        ImportColumn.Required("initiative", "code", "the initiative it belongs to", "bookmakers-forum", "bookmakers-forum"),
        ImportColumn.Required(
            "title", "text",
            "what has to be reached; names the milestone within the initiative",
            "Terms of reference agreed", "Guidance reviewed"),
        ImportColumn.Required("due_on", "`2021-04-30`", "day by which it has to be reached", "2026-09-30", "2027-03-31"),
        ImportColumn.Optional(
            "completed_on", "`2021-04-30`, or empty while open",
            "day it was reached, not before the initiative starts; never empty under a completed initiative",
            "2026-09-14"),
    ];

    private readonly HeaderColumns _columns = TidyColumns.Find(file, Columns);

    public async Task<IRowImport> BeginAsync(Destination destination, CancellationToken cancellation)
    {
        var known = await KnownInitiatives.LoadAsync(destination.Context, cancellation);
        var closed = await ClosedAsync(destination.Context, cancellation);
        var statesCompletion = _columns.Find("completed_on") is not null;
        string[] completion = [nameof(Milestone.CompletedOn)];
        var stored = new StoredColumns(
            [nameof(Milestone.InitiativeId), nameof(Milestone.Title)],
            [nameof(Milestone.DueOn), nameof(Milestone.Demonstration), .. statesCompletion ? completion : []]);
        return new StagedImport(
            new WorkStore<Milestone>(destination, stored, statesCompletion ? [] : completion),
            "initiative and title",
            row => Read(new TidyRow(row, _columns), known, closed));
    }

    // Without a column for it, a milestone held stays completed; a made-up day is not kept.
    private static async Task<HashSet<(int, string)>> ClosedAsync(StrategyContext context, CancellationToken cancellation) =>
        [
            .. await context.Milestones
                .Where(milestone => milestone.Initiative.Status == InitiativeStatus.Completed && !milestone.Demonstration)
                .Select(milestone => ValueTuple.Create(milestone.InitiativeId, milestone.Title))
                .ToListAsync(cancellation),
        ];

    private static ReadRow Read(TidyRow row, KnownInitiatives known, HashSet<(int, string)> closed)
    {
        var initiative = known.Read(row, "initiative");
        var title = row.Text("title");
        var dueOn = row.Day("due_on");
        var completedOn = row.DayOrNone("completed_on");
        if (initiative is not null)
            Check(row, initiative, completedOn, isHeldClosed: !row.Has("completed_on") && closed.Contains((initiative.Id, title)));
        if (row.Refusal is { } refusal)
            return ReadRow.Refused(refusal);
        return row.Has("completed_on")
            ? ReadRow.Kept(initiative!.Id, title, dueOn, false, completedOn)
            : ReadRow.Kept(initiative!.Id, title, dueOn, false);
    }

    private static void Check(TidyRow row, KnownInitiative initiative, DateOnly? completedOn, bool isHeldClosed)
    {
        if (completedOn < initiative.StartsOn)
            row.Refuse(
                "completed_on",
                FormattableString.Invariant($"is before the initiative {initiative.Code} starts, on {initiative.StartsOn:yyyy-MM-dd}"));
        if (completedOn is null && !isHeldClosed && initiative.Status is InitiativeStatus.Completed)
            row.Refuse(
                row.Has("completed_on") ? "completed_on" : "initiative",
                $"leaves the milestone open, and the initiative {initiative.Code} is completed: a completed one has no open milestone");
    }
}
