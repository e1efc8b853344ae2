namespace ControlStrategy.GraphQL.Tests.Library;

/// <summary>Who reads; known by a text, not by a number.</summary>
public sealed class Reader
{
    /// <summary>Text on the ticket.</summary>
    public required string Id { get; init; }

    /// <summary>Name; not everybody gives one.</summary>
    public string? Name { get; init; }

    /// <summary>Books liked best, a page at a time.</summary>
    public List<Book> Favourites { get; } = [];
}

/// <summary>The life of an author; one at most.</summary>
public sealed class Biography
{
    /// <summary>Number.</summary>
    public int Id { get; private set; }

    /// <summary>Summary of the life.</summary>
    public string? Summary { get; init; }

    public int AuthorId { get; private set; }

    /// <summary>Whose life.</summary>
    public required Author Author { get; init; }
}
