using System.Globalization;
using System.Text.Json.Nodes;
using ControlStrategy.GraphQL.Tests.Library;
using ControlStrategy.GraphQL.Tests.Oracle;
using GraphQLParser.AST;
using Given = System.Collections.Generic.IReadOnlyDictionary<string, object?>;

namespace ControlStrategy.GraphQL.Tests.Grouping;

/// <summary>A group of books, or a total: the rows, the dimensions, and how many of these it has keys of.</summary>
internal sealed record BookGroup(IReadOnlyList<Book> Books, IReadOnlyList<string> By, int Level)
{
    /// <summary>The key of a dimension; null where it has none.</summary>
    public object? Key(string dimension) => By.Take(Level).Contains(dimension) && Books.Count > 0 ? BookNumbers.Key(Books[0], dimension) : null;
}

/// <summary>What <c>booksGrouped</c> answers, worked out naively from objects in memory.</summary>
internal sealed class GroupOracle(IReadOnlyList<Book> books)
{
    private readonly Inputs _inputs = new(new Dictionary<string, object?>());

    public JsonObject Answer(GraphQLDocument document)
    {
        var root = (GraphQLField)document.Definitions.OfType<GraphQLOperationDefinition>().Single().SelectionSet.Selections.Single();
        var arguments = _inputs.ArgumentsOf(root);
        var groups = Groups(arguments);
        var page = groups.Take(arguments.TryGetValue("first", out var first) ? Convert.ToInt32(first, CultureInfo.InvariantCulture) : 50);
        return new JsonObject { [NameOf(root)] = Object(root, member => member.Name.Value == "totalCount" ? groups.Count : new JsonArray([.. page.Select(group => Object(member, field => Member(group, field)))])) };
    }

    /// <summary>All groups that meet <c>having</c>, in order.</summary>
    public IReadOnlyList<BookGroup> Groups(Given arguments)
    {
        string[] by = [.. Inputs.AsList(arguments["by"]).Select(name => Camel((string)name!))];
        var rows = books.Where(book => Filters.Meets(book, arguments.GetValueOrDefault("where") as Given)).ToList();
        var totals = arguments.GetValueOrDefault("totals") as string ?? "NONE";
        var levels = Enumerable.Range(0, by.Length + 1).Where(level => level == by.Length || totals == "ALL" || (level == 0 ? totals == "GRAND" : totals == "SUBTOTALS"));
        var groups = levels.SelectMany(level => level == 0 ? [new BookGroup(rows, by, 0)] : Level(rows, by, level));
        return [.. groups.Where(group => GroupConditions.Meets(group, arguments.GetValueOrDefault("having") as Given)).Order(new GroupOrders(arguments.GetValueOrDefault("order")))];
    }

    private static IEnumerable<BookGroup> Level(List<Book> rows, string[] by, int level) =>
        rows.GroupBy(book => string.Join('|', by.Take(level).Select(dimension => BookNumbers.Identity(BookNumbers.Key(book, dimension)))))
            .Select(group => new BookGroup([.. group], by, level));

    private JsonNode? Member(BookGroup group, GraphQLField field)
    {
        var arguments = _inputs.ArgumentsOf(field);
        return field.Name.StringValue switch
        {
            "level" => group.Level == 0 ? "GRAND_TOTAL" : group.Level == group.By.Count ? "GROUP" : "SUBTOTAL",
            "groupedBy" => new JsonArray([.. group.By.Take(group.Level).Select(name => JsonValue.Create(Constant(name)))]),
            "keys" => Object(field, key => Key(group.Key(key.Name.StringValue), key)),
            "count" or "percent" or "rate" => Scalars.Answer(BookNumbers.Value(group.Books, field.Name.StringValue, "", arguments)),
            var function => Object(field, member => Scalars.Answer(BookNumbers.Value(group.Books, function, member.Name.StringValue, arguments))),
        };
    }

    private static JsonNode? Key(object? key, GraphQLField field) => key switch
    {
        Author or Shelf => Object(field, member => Scalars.Answer(LibraryRows.Read(key, member.Name.StringValue))),
        Decade decade => decade.Text,
        _ => Scalars.Answer(key),
    };

    private static JsonObject Object(GraphQLField field, Func<GraphQLField, JsonNode?> answer) =>
        new(field.SelectionSet!.Selections.Cast<GraphQLField>().Select(member => KeyValuePair.Create(NameOf(member), answer(member))));

    private static string NameOf(GraphQLField field) => (field.Alias?.Name ?? field.Name).StringValue;

    internal static string Camel(string constant) => string.Concat(constant.Split('_').Select((word, i) => i == 0 ? word.ToLowerInvariant() : word[0] + word[1..].ToLowerInvariant()));

    private static string Constant(string camel) => string.Concat(camel.Select(letter => char.IsUpper(letter) ? "_" + letter : char.ToUpperInvariant(letter).ToString()));
}
