using ControlStrategy.Domain.Imports;

namespace ControlStrategy.Domain.Areas;

/// <summary>How many people lived in an area in the middle of a year. A correction is a new row and ends the old one.</summary>
public sealed class AreaPopulation : IHasRules, IFigure
{
    /// <summary>Key, unique among populations.</summary>
    public int Id { get; private set; }

    /// <summary>Key of the area.</summary>
    public int AreaId { get; private set; }

    /// <summary>The area.</summary>
    public required Area Area { get; init; }

    /// <summary>Calendar year; the count is for 30 June.</summary>
    public required int MidYear { get; init; }

    /// <summary>Persons of all ages.</summary>
    public required int AllAges { get; init; }

    /// <summary>Persons aged 16 and over; none where not published.</summary>
    public int? Aged16AndOver { get; init; }

    /// <summary>When the row became the current one.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>When a newer row took its place; none while it is the current one.</summary>
    public DateTimeOffset? SupersededAt { get; private set; }

    /// <summary>Key of the import.</summary>
    public int? ImportId { get; private set; }

    /// <summary>The import that brought it; none where it came with the product.</summary>
    public Import? Import { get; init; }

    /// <inheritdoc/>
    public void Supersede(DateTimeOffset at) => SupersededAt = this.EndAt(at, $"Population of {Area?.Code} in {MidYear}");

    /// <inheritdoc/>
    /// <exception cref="RuleBrokenException">POPULATION_COUNT: a count is negative, or more people are 16 and over than there
    /// are.</exception>
    public void CheckRules()
    {
        if (AllAges < 0 || Aged16AndOver < 0 || Aged16AndOver > AllAges)
            throw new RuleBrokenException(
                "POPULATION_COUNT",
                $"Population of {Area?.Code} in {MidYear}: {AllAges} people with {Aged16AndOver} aged 16 and over is impossible.");
    }
}
