using ControlStrategy.Data.Importing.Formats;

namespace ControlStrategy.Data.Importing.Writing;

/// <summary>Where rows go.</summary>
/// <param name="Context">The context, within a transaction.</param>
/// <param name="Known">What rows may speak of.</param>
/// <param name="ImportId">The key of the import that brings them.</param>
/// <param name="RecordedAt">When they are recorded.</param>
/// <param name="Source">Where the values come from; null where it is the publisher that their measures name.</param>
internal sealed record Destination(StrategyContext Context, Catalogue Known, int ImportId, DateTimeOffset RecordedAt, string? Source);

/// <summary>How many good rows gave something new, another value, or what was held already.</summary>
internal readonly record struct WrittenRows(int New, int Corrected, int Unchanged);
