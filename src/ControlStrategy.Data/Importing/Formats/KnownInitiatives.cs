using ControlStrategy.Domain.Initiatives;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Data.Importing.Formats;

/// <summary>An initiative as far as what belongs to it needs it.</summary>
internal sealed record KnownInitiative(int Id, string Code, InitiativeStatus? Status, DateOnly? StartsOn);

/// <summary>The initiatives that exist, by code.</summary>
internal sealed class KnownInitiatives
{
    private readonly Dictionary<string, KnownInitiative>.AlternateLookup<ReadOnlySpan<char>> _byCode;

    private KnownInitiatives(Dictionary<string, KnownInitiative> byCode) => _byCode = byCode.GetAlternateLookup<ReadOnlySpan<char>>();

    public static async Task<KnownInitiatives> LoadAsync(StrategyContext context, CancellationToken cancellation) => new(
        await context.Initiatives
            .Select(initiative => new KnownInitiative(initiative.Id, initiative.Code, initiative.Status, initiative.StartsOn))
            .ToDictionaryAsync(initiative => initiative.Code, StringComparer.Ordinal, cancellation));

    /// <summary>The initiative a column names; without one the row is refused.</summary>
    public KnownInitiative? Read(TidyRow row, string column)
    {
        if (_byCode.TryGetValue(row.Span(column), out var initiative))
            return initiative;
        row.Refuse(column, "is not the code of an initiative known here");
        return null;
    }
}
