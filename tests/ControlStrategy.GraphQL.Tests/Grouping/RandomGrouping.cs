using System.Globalization;
using ControlStrategy.GraphQL.Tests.Oracle;

namespace ControlStrategy.GraphQL.Tests.Grouping;

/// <summary>A random question about groups of books; the same for the same seed.</summary>
internal sealed class RandomGrouping(SchemaMap schema, int seed)
{
    private static readonly string[] Dimensions = ["AUTHOR", "MENTOR", "SHELF", "BINDING", "IS_RARE", "IS_COMPLETE", "SUBTITLE", "SHELF_LABEL", "DECADE", "MASTER"];
    private static readonly string[] Entities = ["author { id code name }", "mentor { name }", "shelf { label id }", "master { code }"];
    private static readonly string[] Comparisons = ["eq", "neq", "gt", "ngt", "gte", "ngte", "lt", "nlt", "lte", "nlte"];
    private readonly Random _random = new(seed);
    private readonly RandomFilters _filters = new(schema, new RandomValues(new Random(seed), schema, mayDeclare: false));

    /// <summary>The arguments, without a page.</summary>
    public string Arguments()
    {
        var by = Dimensions.OrderBy(_ => _random.Next()).Take(_random.Next(4)).ToList();
        var parts = new List<string> { $"by: [{string.Join(", ", by)}]" };
        if (Chance(60)) parts.Add("totals: " + OneOf("NONE", "SUBTOTALS", "GRAND", "ALL"));
        if (Chance(35)) parts.Add($"where: {Filter()}");
        if (Chance(45)) parts.Add($"having: {Having(2)}");
        if (Chance(60)) parts.Add($"order: [{string.Join(", ", Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Sort(by)))}]");
        return string.Join(", ", parts);
    }

    /// <summary>What is asked of each group.</summary>
    public string Selection()
    {
        var fields = Enumerable.Range(0, _random.Next(1, 7)).Select(i => $"f{i}: {Field()}").ToList();
        var keys = Chance(80) ? $" keys {{ {string.Join(' ', Entities)} binding isRare isComplete subtitle shelfLabel decade }}" : "";
        return $"level groupedBy{keys} {string.Join(' ', fields)}";
    }

    private string Field() => _random.Next(6) switch
    {
        0 => $"count{Where()}",
        1 => $"countDistinct{Where()} {{ author mentor shelf subtitle decade isComplete master }}",
        2 => $"{OneOf("sum", "mean")}{Where()} {{ pages price }}",
        3 => $"{OneOf("min", "max")}{Where()} {{ pages price publishedOn addedAt }}",
        4 => $"percent({Ratio()}{(Chance(50) ? $", where: {Filter()}" : "")})",
        _ => $"rate({Ratio()}, per: {Per()})",
    };

    private string Having(int depth)
    {
        if (depth > 0 && Chance(25)) return $"{{ {OneOf("and", "or")}: [{Having(depth - 1)}, {Having(depth - 1)}] }}";
        var where = Chance(30) ? $", where: {Filter()}" : "";
        return "{ " + OneOf(
            $"count: {Compared()}", $"sum: {{ pages: {Compared()} }}", $"sum: {{ price: {Compared()} }}", $"mean: {{ price: {Compared()}, pages: {Compared()} }}",
            $"min: {{ price: {Compared()} }}", $"max: {{ publishedOn: {{ gte: \"2009-01-01\" }} }}", $"countDistinct: {{ mentor: {Compared()} }}", $"percent: {{ {Ratio()}, value: {Compared()} }}", $"rate: {{ {Ratio()}, per: {Per()}, value: {Compared()} }}") + where + " }";
    }

    private string Sort(List<string> by)
    {
        var direction = OneOf("ASC", "DESC");
        if (by.Count > 0 && Chance(40)) return $"{{ keys: {{ {Key(by[_random.Next(by.Count)], direction)} }} }}";
        var where = Chance(30) ? $", where: {Filter()}" : "";
        return "{ " + OneOf(
            $"count: {direction}", $"sum: {{ price: {direction} }}", $"mean: {{ pages: {direction} }}", $"min: {{ addedAt: {direction} }}", $"max: {{ publishedOn: {direction} }}",
            $"countDistinct: {{ shelf: {direction} }}", $"percent: {{ {Ratio()}, direction: {direction} }}", $"rate: {{ {Ratio()}, per: {Per()}, direction: {direction} }}") + where + " }";
    }

    private string Key(string dimension, string direction)
    {
        var name = GroupOracle.Camel(dimension);
        return name is "author" or "mentor" or "master" ? $"{name}: {{ {OneOf("name", "bornIn", "id")}: {direction} }}"
            : name == "shelf" ? $"shelf: {{ label: {direction} }}"
            : $"{name}: {direction}";
    }

    private string Ratio() =>
        $"numerator: {OneOf("COUNT", "PAGES", "PRICE")}, denominator: {OneOf("COUNT", "PAGES", "PRICE")}{(Chance(40) ? $", numeratorWhere: {Filter()}" : "")}";

    private string Per() => OneOf("1", "1000", "0.5");

    private string Compared() => Chance(15)
        ? $"{{ {OneOf("in", "nin")}: [{_random.Next(5)}, {(Chance(30) ? "null" : "20")}] }}"
        : $"{{ {OneOf(Comparisons)}: {(Chance(10) ? "null" : _random.Next(-2, 30).ToString(CultureInfo.InvariantCulture))} }}";

    private string Where() => Chance(50) ? $"(where: {Filter()})" : "";

    /// <summary>Some filters of any kind, and more that divide these books.</summary>
    private string Filter() => Chance(30) ? _filters.Object("BookFilterInput", 1) : OneOf(
        "{ isRare: { eq: true } }", "{ binding: { eq: SOFT_COVER } }", "{ shelf: { label: { eq: \"A\" } } }", "{ shelf: null }", "{ pages: { gte: 3 } }",
        "{ or: [{ subtitle: { eq: null } }, { price: { gt: 5 } }] }", "{ author: { mentor: { name: { neq: \"Same\" } } } }", "{ author: { books: { some: { pages: { gt: 7 } } } } }");

    private bool Chance(int percent) => _random.Next(100) < percent;

    private string OneOf(params string[] values) => values[_random.Next(values.Length)];
}
