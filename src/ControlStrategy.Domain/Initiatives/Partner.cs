namespace ControlStrategy.Domain.Initiatives;

/// <summary>An organisation that takes part in initiatives.</summary>
public sealed class Partner
{
    /// <summary>Key, unique among partners.</summary>
    public int Id { get; private set; }

    /// <summary>Name of the organisation, unique among partners.</summary>
    public required string Name { get; init; }

    /// <summary>What sort of organisation it is.</summary>
    public required PartnerSector Sector { get; init; }

    /// <summary>The initiatives it takes part in.</summary>
    public List<Initiative> Initiatives { get; } = [];
}

/// <summary>What sort of organisation a partner is.</summary>
public enum PartnerSector
{
    /// <summary>A public body other than government.</summary>
    Public,

    /// <summary>A business or a body of businesses.</summary>
    Private,

    /// <summary>A charity or voluntary organisation.</summary>
    Third,

    /// <summary>The Scottish or the United Kingdom government.</summary>
    Government,

    /// <summary>A group of residents or of people with something in common.</summary>
    Community,
}
