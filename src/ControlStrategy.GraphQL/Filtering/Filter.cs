using ControlStrategy.GraphQL.Schema;

namespace ControlStrategy.GraphQL.Filtering;

/// <summary>A filter as the caller wrote it, without its values: those travel as parameters.</summary>
internal abstract record Filter
{
    /// <summary>Both must hold, where there are two.</summary>
    public static Filter? Both(Filter? one, Filter? other) => one is null ? other : other is null ? one : new AllOf([one, other]);
}

/// <summary>All parts must hold; true when there are none.</summary>
internal sealed record AllOf(IReadOnlyList<Filter> Parts) : Filter;

/// <summary>At least one part must hold.</summary>
internal sealed record AnyOf(IReadOnlyList<Filter> Parts) : Filter;

/// <summary>A comparison of a column, or of a computed number.</summary>
/// <param name="Field">What is compared.</param>
/// <param name="Operator">Its operator, never a negated one.</param>
/// <param name="IsNegated">Whether the opposite is asked for.</param>
/// <param name="ValueIndex">Place of the value among the request's values; -1 where null was given. The value of <c>endsWith</c> ends with <see cref="EndMark"/>.</param>
/// <param name="IncludesNull">For <c>in</c>: whether null is one of the values.</param>
internal sealed record Comparison(IOperand Field, string Operator, bool IsNegated, int ValueIndex, bool IncludesNull = false) : Filter
{
    /// <summary>The last code point there is, which Unicode keeps out of texts.</summary>
    public const string EndMark = "\U0010FFFF";

    /// <summary>How the name of an operator ends that takes upper and lower case for the same.</summary>
    public const string IgnoreCase = "IgnoreCase";

    /// <summary>Whether upper and lower case are the same; the value is in upper case then.</summary>
    public bool IgnoresCase { get; init; }
}

/// <summary>The related entity meets a filter; null asks for none.</summary>
internal sealed record RelatedMeets(ReferenceField Field, Filter? Inner) : Filter;

/// <summary>A related list meets a filter: some, none, all, any.</summary>
internal sealed record ListMeets(CollectionField Field, string Quantifier, Filter? Inner, bool Any = true) : Filter;
