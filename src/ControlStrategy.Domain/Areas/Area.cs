using ControlStrategy.Domain.Imports;
using ControlStrategy.Domain.Initiatives;
using ControlStrategy.Domain.Measures;

namespace ControlStrategy.Domain.Areas;

/// <summary>A part of Scotland that figures are given for; areas form a tree from the nation to the wards.</summary>
public sealed class Area : IHasRules
{
    /// <summary>Key, unique among areas.</summary>
    public int Id { get; private set; }

    /// <summary>GSS code, such as S12000033; a command area, which has none, is called COMMAND-NORTH and so on.</summary>
    public required string Code { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Level in the tree.</summary>
    public required AreaLevel Level { get; init; }

    /// <summary>Letter of a police division; none for other areas.</summary>
    public string? Letter { get; init; }

    /// <summary>Key of the area this one is part of.</summary>
    public int? ParentId { get; private set; }

    /// <summary>The area this one is part of; none for the nation.</summary>
    public Area? Parent { get; init; }

    /// <summary>The areas that make up this one.</summary>
    public List<Area> Children { get; } = [];

    /// <summary>Key of the import.</summary>
    public int? ImportId { get; private set; }

    /// <summary>The import that last wrote it; none where it came with the product.</summary>
    public Import? Import { get; init; }

    /// <summary>How many people live here, by mid-year.</summary>
    public List<AreaPopulation> Populations { get; } = [];

    /// <summary>Codes it had before; an old file still finds it by them.</summary>
    public List<SupersededAreaCode> SupersededCodes { get; } = [];

    /// <summary>What was measured here.</summary>
    public List<Observation> Observations { get; } = [];

    /// <summary>The initiatives that run here.</summary>
    public List<Initiative> Initiatives { get; } = [];

    /// <inheritdoc/>
    /// <exception cref="RuleBrokenException">AREA_TREE or AREA_LETTER: its parent is not of a higher level, or it has a letter
    /// without being a police division.</exception>
    public void CheckRules()
    {
        if (Parent is { } parent && parent.Level >= Level)
            throw new RuleBrokenException("AREA_TREE", $"Area {Code} ({Level}) cannot be part of {parent.Code} ({parent.Level}).");
        if (Letter is not null && Level is not AreaLevel.PoliceDivision)
            throw new RuleBrokenException("AREA_LETTER", $"Area {Code}: only a police division has a letter.");
    }
}
