using ControlStrategy.Data.Importing.Files;
using ControlStrategy.Data.Importing.Writing;
using ControlStrategy.Domain.Initiatives;

namespace ControlStrategy.Data.Importing.Formats;

/// <summary>Activities, named by all they say but the people reached.</summary>
internal sealed class ActivitiesFormat(RecordFile file) : IImportFormat
{
    public static readonly IReadOnlyList<ImportColumn> Columns =
    [
        ImportColumn.Required("initiative", "code", "the initiative it was done under", "bookmakers-forum", "bookmakers-forum"),
        ImportColumn.Required("area", "GSS code, now or former", "where", "S12000033", "S12000036"),
        ImportColumn.Required("held_on", "`2021-04-30`", "day it was done", "2026-10-05", "2026-10-12"),
        ImportColumn.Required(
            "kind", "`ENGAGEMENT`, `PROBLEM_SOLVING` or `COMMUNICATION`",
            "what sort of output it is",
            "ENGAGEMENT", "COMMUNICATION"),
        ImportColumn.Required("title", "text", "what was done", "Visits to betting shops", "Leaflet on robbery, with a helpline"),
        ImportColumn.Optional("reach", "whole number, or empty where not counted", "people reached", "24"),
    ];

    private readonly HeaderColumns _columns = TidyColumns.Find(file, Columns);

    public async Task<IRowImport> BeginAsync(Destination destination, CancellationToken cancellation)
    {
        var initiatives = await KnownInitiatives.LoadAsync(destination.Context, cancellation);
        var statesReach = _columns.Find("reach") is not null;
        string[] reach = [nameof(Activity.Reach)];
        var stored = new StoredColumns(
            [
                nameof(Activity.InitiativeId), nameof(Activity.AreaId), nameof(Activity.HeldOn), nameof(Activity.Kind),
                nameof(Activity.Title),
            ],
            [nameof(Activity.Demonstration), .. statesReach ? reach : []]);
        return new StagedImport(
            new WorkStore<Activity>(destination, stored, statesReach ? [] : reach),
            "initiative, area, day, kind and title",
            row => Read(new TidyRow(row, _columns), initiatives, destination.Known.Areas));
    }

    private static ReadRow Read(TidyRow row, KnownInitiatives initiatives, KnownAreas areas)
    {
        var initiative = initiatives.Read(row, "initiative");
        var area = row.Area("area", areas);
        var heldOn = row.Day("held_on");
        var kind = row.Choice<ActivityKind>("kind");
        var title = row.Text("title");
        var reach = row.WholeOrNone("reach");
        if (row.Refusal is { } refusal)
            return ReadRow.Refused(refusal);
        return row.Has("reach")
            ? ReadRow.Kept(initiative!.Id, area, heldOn, kind, title, false, reach)
            : ReadRow.Kept(initiative!.Id, area, heldOn, kind, title, false);
    }
}
