using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Periods;
using ControlStrategy.Domain.Revisions;

namespace ControlStrategy.Data.Revisions;

/// <summary>A figure of which something else is known at a later moment than was known at an earlier one.</summary>
/// <param name="Place">Which figure it is, and where it stands in the order.</param>
/// <param name="Kind">How the two differ.</param>
/// <param name="Grain">Length of its period; null for a mid-year and for a survey's wave.</param>
/// <param name="Period">Its period as it is written.</param>
/// <param name="MeasureKind">What its values are.</param>
/// <param name="Before">What was known; null where nothing was.</param>
/// <param name="After">What is known at the later moment.</param>
/// <param name="ImportId">Key of the import that brought what is known later; null where it came with the product.</param>
public sealed record FigureRevision(
    RevisionPlace Place, ChangeKind Kind, Grain? Grain, string Period, MeasureKind MeasureKind, FigureState? Before, FigureState After, int? ImportId)
{
    internal static FigureRevision Of(FigureKind figure, RevisionRow row) => new(
        new RevisionPlace(figure, row.Subject, row.AreaId, row.PeriodStart, row.PeriodEnd, row.WaveId),
        row.Kind,
        row.Grain,
        row.Label ?? PeriodNotation.Write(new Period(row.PeriodStart, row.PeriodEnd, row.Grain!.Value)),
        row.MeasureKind,
        row.Earlier,
        row.Later,
        row.ImportId);
}

/// <summary>Where a change stands in the order of all changes: by these values, one after the other.</summary>
/// <param name="Figure">The kind of figure.</param>
/// <param name="Subject">Key of the measure of an observation or target, of the question of an estimate; 0 for a population.</param>
/// <param name="AreaId">Key of the area.</param>
/// <param name="PeriodStart">First day of the period; 30 June for a population.</param>
/// <param name="PeriodEnd">Last day of the period.</param>
/// <param name="WaveId">Key of the wave of an estimate; 0 for the other figures.</param>
public sealed record RevisionPlace(FigureKind Figure, int Subject, int AreaId, DateOnly PeriodStart, DateOnly PeriodEnd, int WaveId);

/// <summary>How many changes of a kind there are.</summary>
/// <param name="Figure">The kind of figure.</param>
/// <param name="Kind">The kind of change.</param>
/// <param name="Count">How many.</param>
public sealed record ChangeCount(FigureKind Figure, ChangeKind Kind, int Count);
