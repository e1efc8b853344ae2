namespace ControlStrategy.GraphQL.Schema;

/// <summary>Descriptions of what the engine itself adds to a schema.</summary>
internal static class Texts
{
    public const string Where = "Only entries that meet this filter.";
    public const string Order = "Sort keys, the first one weighing most. The key is appended, so an order is always total.";
    public const string AsAt = "The entries as they were known at this moment, to the millisecond: recorded by then, and nothing newer had taken their place. Without it, or with a moment to come, those that stand now. What an entry leads to is as it is now, and so is what other lists are asked in where and order.";
    public const string After = "Only entries behind this cursor.";
    public const string Before = "Only entries ahead of this cursor.";
    public const string TotalCount = "How many entries meet the filter, on all pages.";
    public const string Nodes = "The entries of this page.";
    public const string Edges = "The entries of this page, each with its cursor.";
    public const string ForwardCursors = "The next pages of the same size, 10 at most, nearest first; each with first and after.";
    public const string BackwardCursors = "The pages before of the same size, 10 at most, nearest last; each with last and before.";
    public const string ChildrenCount = "How many entries.";
    public const string ChildrenSum = "Their sum; 0 where no entry has a value.";
    public const string ChildrenMin = "The smallest value; missing where no entry has one.";
    public const string ChildrenMax = "The largest value; missing where no entry has one.";
    public const string ChildrenWhere = "Only entries that meet this filter.";
    public const string PageInfo = "Where this page stands.";

    public static string First(EngineLimits limits) =>
        $"How many entries from the start, 0 to {limits.MaximumPageRows}; {limits.DefaultPageRows} when neither first nor last is given.";

    public static string Last(EngineLimits limits) => $"How many entries from the end, 0 to {limits.MaximumPageRows}.";

    public static string Operator(string name) => name switch
    {
        "and" => "All of these must hold.",
        "or" => "At least one of these must hold.",
        "eq" => "Equal to; null asks for missing values.",
        "neq" => "Not equal to; null asks for values that are not missing.",
        "in" => "One of these.",
        "nin" => "None of these.",
        "gt" => "Greater than.",
        "ngt" => "Not greater than; missing values included.",
        "gte" => "Greater than or equal to.",
        "ngte" => "Not greater than or equal to; missing values included.",
        "lt" => "Less than.",
        "nlt" => "Not less than; missing values included.",
        "lte" => "Less than or equal to.",
        "nlte" => "Not less than or equal to; missing values included.",
        "contains" => "Contains this text; upper and lower case differ.",
        "ncontains" => "Does not contain this text; missing values included.",
        "startsWith" => "Begins with this text; upper and lower case differ.",
        "nstartsWith" => "Does not begin with this text; missing values included.",
        "endsWith" => "Ends with this text; upper and lower case differ.",
        "nendsWith" => "Does not end with this text; missing values included.",
        "eqIgnoreCase" => "Equal to, upper and lower case alike; null asks for missing values.",
        "neqIgnoreCase" => "Not equal to, upper and lower case alike; null asks for values that are not missing.",
        "inIgnoreCase" => "One of these, upper and lower case alike.",
        "ninIgnoreCase" => "None of these, upper and lower case alike.",
        "containsIgnoreCase" => "Contains this text, upper and lower case alike.",
        "ncontainsIgnoreCase" => "Does not contain this text, upper and lower case alike; missing values included.",
        "startsWithIgnoreCase" => "Begins with this text, upper and lower case alike.",
        "nstartsWithIgnoreCase" => "Does not begin with this text, upper and lower case alike; missing values included.",
        "endsWithIgnoreCase" => "Ends with this text, upper and lower case alike.",
        "nendsWithIgnoreCase" => "Does not end with this text, upper and lower case alike; missing values included.",
        "some" => "At least one entry meets this filter.",
        "none" => "No entry meets this filter.",
        "all" => "Every entry meets this filter; true of an empty list.",
        "any" => "Whether there is an entry at all.",
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such operator."),
    };
}
