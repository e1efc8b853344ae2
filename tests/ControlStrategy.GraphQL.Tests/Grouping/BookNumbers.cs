using System.Globalization;
using ControlStrategy.GraphQL.Tests.Library;
using ControlStrategy.GraphQL.Tests.Oracle;
using Given = System.Collections.Generic.IReadOnlyDictionary<string, object?>;

namespace ControlStrategy.GraphQL.Tests.Grouping;

/// <summary>A decade as a key.</summary>
internal readonly record struct Decade(int Number) : IComparable
{
    public string Text => $"{Number}0s";

    public int CompareTo(object? other) => Number.CompareTo(((Decade)other!).Number);
}

/// <summary>Keys and numbers of books, said as plainly as possible.</summary>
internal static class BookNumbers
{
    public static object? Key(Book book, string dimension) => dimension switch
    {
        "author" => book.Author,
        "mentor" => book.Author.Mentor,
        "shelf" => book.Shelf,
        "shelfLabel" => book.Shelf?.Label,
        "decade" => new Decade(book.PublishedOn.Year / 10),
        "master" => book.IsRare ? book.Author.Mentor : null,
        _ => LibraryRows.Read(book, dimension),
    };

    /// <summary>What two rows of a group have in common.</summary>
    public static string Identity(object? key) => key switch
    {
        null => "none",
        Author author => $"author {author.Id}",
        Shelf shelf => $"shelf {shelf.Id}",
        _ => $"value {key}",
    };

    public static object? Value(IReadOnlyList<Book> books, string function, string member, Given arguments)
    {
        var rows = books.Where(book => Filters.Meets(book, arguments.GetValueOrDefault("where") as Given)).ToList();
        return function switch
        {
            "count" => (long)rows.Count,
            "countDistinct" => (long)rows.Select(book => Key(book, member)).Where(key => key is not null).Select(Identity).Distinct().Count(),
            "sum" when rows.Count == 0 => null,
            "sum" => member == "pages" ? rows.Sum(book => (long)book.Pages) : rows.Sum(book => book.Price),
            "mean" => rows.Count == 0 ? null : Nearest(rows.Sum(book => Amount(book, member)) / rows.Count),
            "min" => rows.Select(book => LibraryRows.Read(book, member)).Min(),
            "max" => rows.Select(book => LibraryRows.Read(book, member)).Max(),
            "percent" => Ratio(rows, arguments, 100),
            "rate" => Ratio(rows, arguments, decimal.Parse($"{arguments["per"]}", CultureInfo.InvariantCulture)),
            _ => throw new NotSupportedException(function),
        };
    }

    private static double? Ratio(List<Book> rows, Given arguments, decimal per)
    {
        var numerator = rows.Where(book => Filters.Meets(book, arguments.GetValueOrDefault("numeratorWhere") as Given)).Sum(book => Amount(book, Named(arguments["numerator"])));
        var denominator = rows.Sum(book => Amount(book, Named(arguments["denominator"])));
        return denominator == 0 ? null : Nearest(numerator * per / denominator);
    }

    /// <summary>A cast rounds twice.</summary>
    private static double Nearest(decimal number) => double.Parse(number.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string Named(object? amount) => GroupOracle.Camel((string)amount!);

    private static decimal Amount(Book book, string amount) => amount switch
    {
        "count" => 1,
        "pages" => book.Pages,
        _ => book.Price,
    };
}
