using ControlStrategy.GraphQL.Schema;

namespace ControlStrategy.GraphQL.Grouping;

/// <summary>Refusals of grouping.</summary>
internal static class GroupErrors
{
    public static RequestException Twice(string dimension) =>
        new("GROUP_KEY", $"'by' names {Names.Constant(dimension)} twice; name each dimension once.");

    public static RequestException NotGrouped(string dimension) =>
        new("GROUP_KEY", $"'order' names the key '{dimension}', by which nothing is grouped; put {Names.Constant(dimension)} into 'by'.");

    public static RequestException Per() =>
        new("INVALID_VALUE", "'per' is what a rate is stated for: a number above 0, such as 10000.");

    public static RequestException Mixed(string what, string mixed) =>
        new("MIXED_VALUES", $"{what} would be of rows of more than one {mixed} in one group; filter by it, here or in the number's own 'where', or put it into 'by' and leave out totals over it.");

    public static RequestException NotAdditive(string what, string otherwise) =>
        new("NOT_ADDITIVE", $"{what} would add up rows whose values do not add up; the number's own 'where' can leave them out. {otherwise}");
}
