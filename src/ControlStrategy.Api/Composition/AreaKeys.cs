using System.Linq.Expressions;
using ControlStrategy.Domain.Areas;

namespace ControlStrategy.Api.Composition;

/// <summary>Keys of areas that other areas are part of.</summary>
internal static class AreaKeys
{
    /// <summary>The key of a row's area, or of the one among those it is part of, that is of a level; null where there is none.</summary>
    public static Expression<Func<TEntity, int?>> At<TEntity>(Expression<Func<TEntity, Area>> area, AreaLevel level)
    {
        Expression key = Expression.Constant(null, typeof(int?));
        // No area of a level has more areas above it than there are levels above.
        for (var above = AreaLevel.Ward - level; above >= 0; above--)
        {
            var owner = Enumerable.Range(0, above).Aggregate(area.Body, (inner, _) => Expression.Property(inner, nameof(Area.Parent)));
            var isOfLevel = Expression.Equal(Expression.Property(owner, nameof(Area.Level)), Expression.Constant(level));
            key = Expression.Condition(isOfLevel, Expression.Convert(Expression.Property(owner, nameof(Area.Id)), typeof(int?)), key);
        }
        return Expression.Lambda<Func<TEntity, int?>>(key, area.Parameters);
    }
}
