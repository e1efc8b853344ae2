namespace ControlStrategy.GraphQL.Tests.Library;

/// <summary>Who writes.</summary>
public sealed class Author
{
    /// <summary>Number.</summary>
    public int Id { get; private set; }

    /// <summary>Code.</summary>
    public required string Code { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Year of birth.</summary>
    public int? BornIn { get; init; }

    public int? MentorId { get; private set; }

    /// <summary>Who taught.</summary>
    public Author? Mentor { get; init; }

    /// <summary>Who was taught.</summary>
    public List<Author> Pupils { get; } = [];

    /// <summary>What was written.</summary>
    public List<Book> Books { get; } = [];

    /// <summary>What was written about the author.</summary>
    public Biography? Biography { get; init; }
}

/// <summary>How a book is bound.</summary>
public enum Binding
{
    /// <summary>Soft.</summary>
    SoftCover,

    /// <summary>Hard.</summary>
    HardCover,
}

/// <summary>What is written.</summary>
public sealed class Book
{
    /// <summary>Number.</summary>
    public int Id { get; private set; }

    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Subtitle.</summary>
    public string? Subtitle { get; init; }

    /// <summary>Pages.</summary>
    public int Pages { get; init; }

    /// <summary>Price.</summary>
    public decimal Price { get; init; }

    /// <summary>First day on sale.</summary>
    public DateOnly PublishedOn { get; init; }

    /// <summary>When it came.</summary>
    public DateTimeOffset AddedAt { get; init; }

    /// <summary>How it is bound.</summary>
    public Binding? Binding { get; init; }

    /// <summary>Kept under lock.</summary>
    public bool IsRare { get; init; }

    /// <summary>Checked; not known where nobody looked.</summary>
    public bool? IsComplete { get; init; }

    /// <summary>No longer lent.</summary>
    public bool IsWithdrawn { get; init; }

    public int AuthorId { get; private set; }

    /// <summary>Who wrote it.</summary>
    public required Author Author { get; init; }

    public int? ShelfId { get; private set; }

    /// <summary>Where it stands.</summary>
    public Shelf? Shelf { get; init; }

    /// <summary>What it is about.</summary>
    public List<Genre> Genres { get; } = [];

    /// <summary>Who likes it best.</summary>
    public List<Reader> Fans { get; } = [];

    /// <summary>Its cards in the catalogue.</summary>
    public List<Card> Cards { get; } = [];
}

/// <summary>Where books stand.</summary>
public sealed class Shelf
{
    /// <summary>Number.</summary>
    public int Id { get; private set; }

    /// <summary>Label.</summary>
    public required string Label { get; init; }

    /// <summary>What stands there.</summary>
    public List<Book> Books { get; } = [];
}

/// <summary>What books are about.</summary>
public sealed class Genre
{
    /// <summary>Number.</summary>
    public int Id { get; private set; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Books about it.</summary>
    public List<Book> Books { get; } = [];
}
