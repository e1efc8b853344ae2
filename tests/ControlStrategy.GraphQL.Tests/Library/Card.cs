namespace ControlStrategy.GraphQL.Tests.Library;

/// <summary>How well a part has kept.</summary>
public enum Condition
{
    /// <summary>Not to be opened.</summary>
    TooFragile = -1,

    /// <summary>As new.</summary>
    AsNew = 0,

    /// <summary>Used.</summary>
    Used = 7,
}

/// <summary>A card of the catalogue: every kind of column, given and possibly missing, three times over, more than sixty in all.</summary>
public sealed class Card
{
    public long Id { get; init; }
    public required string Barcode { get; init; }
    public string? Heading { get; init; }
    public required string Language { get; init; }
    public string? Publisher { get; init; }
    public required string Place { get; init; }
    public string? Edition { get; init; }
    public required string Format { get; init; }
    public string? Remark { get; init; }
    public int Leaves { get; init; }
    public int? Plates { get; init; }
    public int Maps { get; init; }
    public int? Tables { get; init; }
    public int Height { get; init; }
    public int? Width { get; init; }
    public long Serial { get; init; }
    public long? FormerSerial { get; init; }
    public long Checksum { get; init; }
    public long? Position { get; init; }
    public long Offset { get; init; }
    public long? Bytes { get; init; }
    public decimal Cost { get; init; }
    public decimal? Fee { get; init; }
    public decimal Value { get; init; }
    public decimal? Insured { get; init; }
    public decimal Postage { get; init; }
    public decimal? Discount { get; init; }
    public double Weight { get; init; }
    public double? Thickness { get; init; }
    public double Acidity { get; init; }
    public double? Humidity { get; init; }
    public double Gloss { get; init; }
    public double? Opacity { get; init; }
    public bool IsBound { get; init; }
    public bool? IsSigned { get; init; }
    public bool IsIndexed { get; init; }
    public bool? IsCut { get; init; }
    public bool IsScanned { get; init; }
    public bool? IsStamped { get; init; }
    public DateOnly OrderedOn { get; init; }
    public DateOnly? ReceivedOn { get; init; }
    public DateOnly PaidOn { get; init; }
    public DateOnly? RepairedOn { get; init; }
    public DateOnly InspectedOn { get; init; }
    public DateOnly? LostOn { get; init; }
    public DateTimeOffset EnteredAt { get; init; }
    public DateTimeOffset? ChangedAt { get; init; }
    public DateTimeOffset PrintedAt { get; init; }
    public DateTimeOffset? LentAt { get; init; }
    public DateTimeOffset SeenAt { get; init; }
    public DateTimeOffset? ReturnedAt { get; init; }
    public Binding Cover { get; init; }
    public Binding? FormerCover { get; init; }
    public Condition Spine { get; init; }
    public Condition? Corners { get; init; }
    public Condition Paper { get; init; }
    public Condition? Ink { get; init; }
    public Condition Thread { get; init; }
    public Condition? Glue { get; init; }
    public required string Keeper { get; init; }
    public int Drawer { get; init; }

    public int? BookId { get; private set; }

    /// <summary>Which book; it may have been withdrawn since.</summary>
    public Book? Book { get; init; }
}
