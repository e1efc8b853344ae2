namespace ControlStrategy.Domain.Areas;

/// <summary>A code an area had before.</summary>
public sealed class SupersededAreaCode
{
    /// <summary>Key, unique among superseded codes.</summary>
    public int Id { get; private set; }

    /// <summary>Key of the area.</summary>
    public int AreaId { get; private set; }

    /// <summary>The area that had the code.</summary>
    public required Area Area { get; init; }

    /// <summary>The code, which names one area only.</summary>
    public required string Code { get; init; }
}
