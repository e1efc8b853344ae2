namespace ControlStrategy.Domain.Areas;

/// <summary>Level of an area, from the whole country down.</summary>
public enum AreaLevel
{
    /// <summary>Scotland.</summary>
    Nation,

    /// <summary>One of the three commands: North, West, East.</summary>
    CommandArea,

    /// <summary>One of the thirteen local policing divisions.</summary>
    PoliceDivision,

    /// <summary>One of the 32 council areas.</summary>
    CouncilArea,

    /// <summary>A multi-member ward of a council.</summary>
    Ward,
}
