using ControlStrategy.Data.Importing.Formats;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Data.Importing.Writing;

/// <summary>Where rows go.</summary>
/// <param name="Context">The context, within a transaction.</param>
/// <param name="Known">What rows may speak of.</param>
/// <param name="ImportId">The key of the import that brings them; null where none does.</param>
/// <param name="RecordedAt">When they are recorded.</param>
/// <param name="Source">Where the values come from; null where it is the publisher.</param>
internal sealed record Destination(StrategyContext Context, Catalogue Known, int? ImportId, DateTimeOffset RecordedAt, string? Source)
{
    /// <summary>Where rows go that no file brings: the product's own.</summary>
    public static async Task<Destination> WithoutImportAsync(StrategyContext context, DateTimeOffset recordedAt, CancellationToken cancellation) => new(
        context,
        new Catalogue(await KnownMeasures.LoadAsync(context, cancellation), await KnownAreas.LoadAsync(context, cancellation)),
        ImportId: null,
        recordedAt,
        Source: "The product");

    /// <summary>The table of a noun.</summary>
    public string Table<TNoun>() => Context.Model.FindEntityType(typeof(TNoun))!.GetTableName()!;
}

/// <summary>How many good rows gave something new, another value, or what was held already.</summary>
internal readonly record struct WrittenRows(int New, int Corrected, int Unchanged)
{
    /// <summary>Rows that the end of the file showed to be wrong; they were not written.</summary>
    public IReadOnlyList<LateRefusal> Refused { get; init; } = [];
}

/// <summary>Why a row that was in order by itself is not kept, told once all rows were read.</summary>
/// <param name="Line">The line it starts in.</param>
/// <param name="Column">The column that is the reason.</param>
/// <param name="Value">What it holds.</param>
/// <param name="Reason">The reason, worded so that the value may stand before it.</param>
internal sealed record LateRefusal(long Line, string Column, string Value, string Reason);
