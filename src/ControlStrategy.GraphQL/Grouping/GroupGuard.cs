using System.Linq.Expressions;
using ControlStrategy.GraphQL.Planning;
using ControlStrategy.GraphQL.Schema;

namespace ControlStrategy.GraphQL.Grouping;

/// <summary>Asks whether the rows' values that a grouping is made of may be read.</summary>
internal sealed class GroupGuard(ReadGuard reads, EntityModel model)
{
    public ReadGuard Reads => reads;

    public void Require(GroupModel groups, Dimension dimension)
    {
        reads.Require(model, dimension.Key.Given(Expression.Parameter(groups.Entity.ClrType)));
        if (dimension.Target is { } target) reads.Require(target);
    }

    public void Require(GroupModel groups, Aggregate aggregate)
    {
        if (aggregate is DistinctOf distinct) Require(groups, distinct.Dimension);
        ScalarField?[] columns = aggregate switch
        {
            SumOf sum => [sum.Amount.Column],
            MeanOf mean => [mean.Amount.Column],
            EndOf end => [end.Column],
            RatioOf ratio => [ratio.Numerator?.Column, ratio.Denominator?.Column],
            _ => [],
        };
        foreach (var column in columns.OfType<ScalarField>())
            reads.Require(groups.Entity, column);
    }
}
