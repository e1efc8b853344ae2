namespace ControlStrategy.GraphQL.Grouping;

/// <summary>Descriptions of what grouping adds to a schema.</summary>
internal static class GroupTexts
{
    public const string By = "What to group by, in this order; nothing gives one row over everything.";
    public const string Totals = "Which totals to add, each computed from the rows, not from other totals. Without an order they follow what they are the total of.";
    public const string Where = "Only rows that meet this filter are grouped.";
    public const string Having = "Only groups, subtotals and totals that meet this.";
    public const string Order = "Sort keys, the first one weighing most. The keys are appended, so an order is always total.";
    public const string AggregateWhere = "Only rows of the group that meet this filter.";
    public const string HavingWhere = "Only rows that meet this filter are counted and added up here; it does not reach into and, or.";
    public const string SortWhere = "Only rows that meet this filter are counted and added up for this key.";
    public const string Numerator = "What is divided.";
    public const string Denominator = "What it is divided by.";
    public const string NumeratorWhere = "Only rows that meet this filter too are in the numerator.";
    public const string Per = "What the rate is stated for, such as 10,000; above 0.";
    public const string Level = "Whether this is a group, a subtotal or the grand total.";
    public const string GroupedBy = "The dimensions whose keys this row has; a subtotal has fewer.";
    public const string Keys = "The keys of this row; null for a dimension that it is not grouped by, and where its rows have none.";
    public const string Count = "How many rows.";
    public const string CountOfRatio = "How many rows; beside an amount only those that have it.";
    public const string CountDistinct = "How many different keys; missing ones are not counted.";
    public const string Sum = "Sums; null where no row has a value.";
    public const string Mean = "Sums by the number of rows that have a value; null where none has.";
    public const string Min = "The smallest values; null where no row has one.";
    public const string Max = "The largest values; null where no row has one.";
    public const string Percent = "A sum by a sum, in per cent, over the rows that have both; null where the denominator is 0 or missing.";
    public const string Rate = "A sum by a sum, times a number, over the rows that have both; null where the denominator is 0 or missing.";

    public static string Different(string dimension) => "How many different ones. Each: " + dimension;

    public static string OfLevel(GroupLevel level) => level switch
    {
        GroupLevel.Group => "Rows with the same keys in all dimensions.",
        GroupLevel.Subtotal => "Rows with the same keys in the first dimensions.",
        _ => "All rows.",
    };

    public static string Total(GroupTotals totals) => totals switch
    {
        GroupTotals.None => "Groups only.",
        GroupTotals.Subtotals => "Groups, and a subtotal for each key of the first dimension, of the first two, and so on.",
        GroupTotals.Grand => "Groups, and one total of everything.",
        _ => "Groups, subtotals and the grand total.",
    };
}
