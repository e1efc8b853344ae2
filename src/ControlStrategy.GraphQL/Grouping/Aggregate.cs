using ControlStrategy.GraphQL.Filtering;
using ControlStrategy.GraphQL.Schema;

namespace ControlStrategy.GraphQL.Grouping;

/// <summary>A number computed from the rows of a group.</summary>
/// <param name="Where">Which of them; null for all.</param>
internal abstract record Aggregate(Filter? Where)
{
    public abstract Result Result { get; }
}

/// <summary>How many rows.</summary>
internal sealed record CountOf(Filter? Where) : Aggregate(Where)
{
    public override Result Result { get; } = Result.Of<long>("count");
}

/// <summary>How many different keys of a dimension.</summary>
internal sealed record DistinctOf(Dimension Dimension, Filter? Where) : Aggregate(Where)
{
    public override Result Result { get; } = Result.Of<long>(Dimension.Name);
}

/// <summary>The sum of an amount.</summary>
internal sealed record SumOf(Amount Amount, Filter? Where) : Aggregate(Where)
{
    public override Result Result { get; } = Amount.Sum;
}

/// <summary>The mean of an amount: its sum by the number of rows that have it.</summary>
internal sealed record MeanOf(Amount Amount, Filter? Where) : Aggregate(Where)
{
    public override Result Result { get; } = Result.Of<double>(Amount.Name);
}

/// <summary>The smallest or the largest value.</summary>
internal sealed record EndOf(ScalarField Column, bool IsLargest, Filter? Where) : Aggregate(Where)
{
    public override Result Result { get; } = Result.Of(Column);
}

/// <summary>A sum by a sum, over the rows that have both.</summary>
/// <param name="Numerator">What is divided; null counts rows.</param>
/// <param name="Denominator">What it is divided by; null counts rows.</param>
/// <param name="Where">Which rows, in both.</param>
/// <param name="NumeratorWhere">Which of these are in the numerator; null for all.</param>
/// <param name="PerIndex">Place of the factor among the request's values; -1 for 100.</param>
internal sealed record RatioOf(Amount? Numerator, Amount? Denominator, Filter? Where, Filter? NumeratorWhere, int PerIndex) : Aggregate(Where)
{
    public override Result Result { get; } = Result.Of<double>("percent");
}
