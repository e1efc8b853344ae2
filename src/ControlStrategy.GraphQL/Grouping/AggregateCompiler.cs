using System.Globalization;
using ControlStrategy.GraphQL.Statements;

namespace ControlStrategy.GraphQL.Grouping;

/// <summary>From numbers computed of groups to their SQL over the columns of the facts.</summary>
internal sealed class AggregateCompiler(GroupModel groups, FactColumns facts, Func<int, string> parameter)
{
    public string Value(Aggregate aggregate) => aggregate switch
    {
        CountOf => $"COUNT(*){Over(Rows(aggregate))}",
        DistinctOf distinct => $"COUNT(DISTINCT {facts.Add(distinct.Dimension.Key)}){Over(Rows(aggregate))}",
        SumOf sum => $"SUM({Column(sum.Amount)}){Over(Rows(aggregate))}",
        // One division, of whole numbers: the mean is the nearest there is.
        MeanOf mean => Invariant($"CAST(SUM({Column(mean.Amount)}){Over(Rows(aggregate))} AS DOUBLE PRECISION) / (COUNT({Column(mean.Amount)}){Over(Rows(aggregate))} * {mean.Amount.UnitsInOne})"),
        EndOf end => $"{(end.IsLargest ? "MAX" : "MIN")}({facts.Add(ColumnPath.PropertyOf(facts.Row, end.Column.Property))}){Over(Rows(aggregate))}",
        RatioOf ratio => Ratio(ratio),
        _ => throw new NotSupportedException(aggregate.GetType().Name),
    };

    /// <summary>What must hold of all the rows that are added up for a number; null where it adds nothing up.</summary>
    public GroupRule? Rule(Aggregate aggregate)
    {
        (string What, Amount[] Amounts) added = aggregate switch
        {
            SumOf sum => ($"The sum of '{sum.Amount.Name}'", [sum.Amount]),
            MeanOf mean => ($"The mean of '{mean.Amount.Name}'", [mean.Amount]),
            RatioOf ratio => ("A percentage or rate", [.. new[] { ratio.Numerator, ratio.Denominator }.OfType<Amount>().Distinct()]),
            _ => ("", []),
        };
        if (aggregate is EndOf end) return Rule(end);
        if (added.Amounts.Length == 0) return null;
        var over = Over([.. Rows(aggregate), .. added.Amounts.Select(HasValue)]);
        var broken = groups.Singles.Select(single => (Mixes(facts.Add(single.Value), over), GroupErrors.Mixed(added.What, single.What)))
            .Concat(added.Amounts.Where(amount => amount.AddsUp is not null).Select(amount => (AddsNotUp(aggregate, amount), GroupErrors.NotAdditive(added.What, amount.Otherwise!))))
            .ToList();
        return broken.Count == 0 ? null : GroupRule.Of(broken);
    }

    /// <summary>Numbers of different things are not compared either; days and moments are.</summary>
    private GroupRule? Rule(EndOf end)
    {
        if (groups.Singles.Count == 0 || !IsNumber(end.Column.ValueType)) return null;
        var over = Over([.. Rows(end), facts.Add(ColumnPath.PropertyOf(facts.Row, end.Column.Property)) + " IS NOT NULL"]);
        var what = $"The {(end.IsLargest ? "largest" : "smallest")} '{end.Column.Name}'";
        return GroupRule.Of([.. groups.Singles.Select(single => (Mixes(facts.Add(single.Value), over), GroupErrors.Mixed(what, single.What)))]);
    }

    private static bool IsNumber(Type type) => type == typeof(decimal) || type == typeof(int) || type == typeof(long) || type == typeof(double);

    private string Ratio(RatioOf ratio)
    {
        string[] rows = [.. Rows(ratio), .. new[] { ratio.Numerator, ratio.Denominator }.OfType<Amount>().Distinct().Select(HasValue)];
        var numerator = Total(ratio.Numerator, facts.Flag(ratio.NumeratorWhere) is { } part ? [.. rows, part] : rows);
        var (over, under) = ratio.Numerator?.UnitsInOne == ratio.Denominator?.UnitsInOne ? (1, 1) : (ratio.Numerator?.UnitsInOne ?? 1, ratio.Denominator?.UnitsInOne ?? 1);
        var per = ratio.PerIndex < 0 ? "100" : parameter(ratio.PerIndex);
        // One division, of whole numbers where nothing but 100 is multiplied: the ratio is the nearest there is.
        return Invariant($"CAST(COALESCE({numerator}, 0) AS DOUBLE PRECISION) * {under} * {per} / NULLIF({Total(ratio.Denominator, rows)} * {over}, 0)");
    }

    private string Total(Amount? amount, string[] rows) => amount is null ? $"COUNT(*){Over(rows)}" : $"SUM({Column(amount)}){Over(rows)}";

    private string[] Rows(Aggregate aggregate) => facts.Flag(aggregate.Where) is { } flag ? [flag] : [];

    private string Column(Amount amount) => facts.Add(ColumnPath.PropertyOf(facts.Row, amount.Column.Property));

    private string HasValue(Amount amount) => Column(amount) + " IS NOT NULL";

    private static string Mixes(string column, string over) =>
        $"MIN({column}){over} <> MAX({column}){over} OR COUNT({column}){over} BETWEEN 1 AND COUNT(*){over} - 1";

    private string AddsNotUp(Aggregate aggregate, Amount amount)
    {
        string[] rows = [.. Rows(aggregate), HasValue(amount)];
        var addsUp = facts.Add(Inlined.On(amount.AddsUp!, facts.Row));
        return $"COUNT(*){Over(rows)} > 1 AND COUNT(*){Over([.. rows, $"NOT {addsUp}"])} > 0";
    }

    private static string Over(string[] conditions) => conditions.Length == 0 ? "" : $" FILTER (WHERE {string.Join(" AND ", conditions)})";

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A column that is 0 where all is well, and else a bit for each rule that is broken.</summary>
internal sealed record GroupRule(string Sql, IReadOnlyList<RequestException> Refusals)
{
    public static GroupRule Of(IReadOnlyList<(string Condition, RequestException Refusal)> broken) => new(
        string.Join(" + ", broken.Select((rule, bit) => string.Create(CultureInfo.InvariantCulture, $"CASE WHEN {rule.Condition} THEN {1L << bit} ELSE 0 END"))),
        [.. broken.Select(rule => rule.Refusal)]);

    /// <exception cref="RequestException">A rule is broken.</exception>
    public void Check(long bits)
    {
        if (bits != 0) throw Refusals[System.Numerics.BitOperations.TrailingZeroCount(bits)];
    }
}
