using ControlStrategy.Data.Figures;
using ControlStrategy.Domain.Imports;
using ControlStrategy.Domain.Measures;
using ControlStrategy.GraphQL.Records;

namespace ControlStrategy.Api.Imports;

/// <summary>An import brought observations: what to ask for anew.</summary>
/// <param name="Import">The import: its file, its kind, when, and how many rows were new or corrected.</param>
/// <param name="Measures">The measures it brought observations of.</param>
/// <param name="PeriodStart">First day of the earliest period it brought.</param>
/// <param name="PeriodEnd">Last day of the latest period it brought.</param>
/// <param name="AreaCount">How many areas it brought observations for.</param>
/// <param name="ObservationCount">How many observations it brought, new and corrected ones.</param>
public sealed record ObservationsImported(
    EntityKey<Import> Import, IReadOnlyList<EntityKey<Measure>> Measures, DateOnly PeriodStart, DateOnly PeriodEnd, int AreaCount, int ObservationCount)
{
    internal static ObservationsImported Of(ImportedObservations brought) => new(
        new EntityKey<Import>(brought.ImportId),
        [.. brought.Measures.Select(measure => new EntityKey<Measure>(measure.Id))],
        brought.PeriodStart,
        brought.PeriodEnd,
        brought.AreaCount,
        brought.ObservationCount);
}

/// <summary>Which imports to tell.</summary>
public sealed record ObservationsImportedArguments
{
    /// <summary>Codes of measures: only imports that brought observations of one of them; every import otherwise.</summary>
    public IReadOnlyList<string>? Measures { get; init; }
}
