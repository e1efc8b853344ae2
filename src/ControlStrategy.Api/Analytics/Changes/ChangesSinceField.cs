using ControlStrategy.Api.Composition;
using ControlStrategy.Data;
using ControlStrategy.Data.Revisions;
using ControlStrategy.GraphQL.Records;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Api.Analytics.Changes;

/// <summary>Answers <c>changesSince</c> by at most seven statements, however many changes: what was not selected is not read.</summary>
internal static class ChangesSinceField
{
    public const string Name = "changesSince";

    private const string Description =
        "Which figures are different now, or at a later moment, from what was known at a moment: revised, new, or only their status changed. "
        + "The figures of the moment are what lists and scorecards answer with the same `asAt`; with these changes applied, they are the figures of the later moment.";

    public static RecordFieldDefinition Definition { get; } = RecordFieldDefinition.Create<ChangesSinceArguments, ChangesSince>(Name, Description, ResolveAsync);

    private static async Task<ChangesSince?> ResolveAsync(ChangesSinceArguments arguments, SelectedMembers selected, IServiceProvider services, CancellationToken cancellation)
    {
        var page = new ChangesPage(arguments, services.GetRequiredService<StrategySettings>().MaximumScorecardRows, services.GetRequiredService<RecordCursors>());
        await using var context = await services.GetRequiredService<IDbContextFactory<StrategyContext>>().CreateDbContextAsync(cancellation);
        await using var snapshot = await context.BeginSnapshotAsync(cancellation);
        var revisions = new FigureRevisions(context, await AskedRevisions.ReadAsync(context, arguments, cancellation));
        var counts = selected.Has("totalCount") || selected.Has("counts") ? await revisions.CountAsync(cancellation) : [];
        var found = selected.Has("changes") || selected.Has("hasNextPage") || selected.Has("endCursor") ? await revisions.ReadAsync(page.Rows + 1, page.After, cancellation) : [];
        var hasMore = found.Count > page.Rows;
        page.RefuseTooMany(hasMore);
        FigureRevision[] shown = [.. found.Take(page.Rows)];
        return new ChangesSince(
            arguments.AsAt,
            arguments.Until,
            counts.Sum(count => count.Count),
            counts,
            hasMore,
            shown is [.., var last] ? page.Cursor(last.Place) : null,
            [.. shown.Select(FigureChange.Of)]);
    }
}
