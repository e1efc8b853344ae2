using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using ControlStrategy.GraphQL.Filtering;
using ControlStrategy.GraphQL.Schema;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ControlStrategy.GraphQL.Statements;

/// <summary>The columns a statement fetches, each once, in the order asked for.</summary>
internal sealed class Columns
{
    private readonly List<IRowColumn> _paths = [];

    public int Count => _paths.Count;

    /// <summary>The place of a column, added when it is new.</summary>
    public int Ordinal(IRowColumn column)
    {
        var reduced = column is ColumnPath path ? path.Reduced() : column;
        var known = _paths.FindIndex(other => other.Text == reduced.Text);
        if (known >= 0) return known;
        _paths.Add(reduced);
        return _paths.Count - 1;
    }

    /// <summary>Of each table reached over to-one relations one column.</summary>
    public IEnumerable<ColumnPath> Joined => _paths.OfType<ColumnPath>().Where(path => path.Through.Count > 0).DistinctBy(path => string.Join('.', path.Through.Select(reference => reference.Name)));

    /// <param name="row">The row.</param>
    /// <param name="filters">Compiles what numbers computed from lists are filtered by.</param>
    public Expression Project(Expression row, FilterCompiler filters) =>
        Expression.NewArrayInit(typeof(object), _paths.Select(path => Expression.Convert(path.On(row, filters), typeof(object))));
}

/// <summary>A value of a row that a statement fetches or orders by.</summary>
internal interface IRowColumn
{
    /// <summary>The same for the same value.</summary>
    string Text { get; }

    Expression On(Expression row, FilterCompiler filters);
}

/// <summary>A number computed from a list below the row, or below what it refers to.</summary>
internal sealed record ChildrenColumn(IReadOnlyList<ReferenceField> Through, ChildrenNumber Number) : IRowColumn
{
    public string Text { get; } = $"{string.Concat(Through.Select(reference => reference.Name + "."))}{Number.Field.Name}.{Number.Function}.{Number.Column?.Name}.{RuntimeHelpers.GetHashCode(Number)}";

    public Expression On(Expression row, FilterCompiler filters) =>
        filters.Number(Number, Through.Aggregate(row, (instance, reference) => Expression.Property(instance, reference.Member)));
}

/// <summary>A column reached over to-one relations.</summary>
internal sealed record ColumnPath(IReadOnlyList<ReferenceField> Through, IProperty Property) : IRowColumn
{
    public string Text { get; } = string.Concat(Through.Select(reference => reference.Name + ".")) + Property.Name;

    /// <summary>
    /// The key of a related entity stands in this table already, as the foreign key: no join for it.
    /// Where the model filters the related entities, the foreign key may name one that is not to be seen.
    /// </summary>
    public ColumnPath Reduced()
    {
        if (Through.Count == 0 || Through[^1].Navigation is not { IsOnDependent: true } last || !Property.IsPrimaryKey()) return this;
        if (last.TargetEntityType.GetDeclaredQueryFilters().Count > 0) return this;
        return new ColumnPath([.. Through.SkipLast(1)], last.ForeignKey.Properties.Single()).Reduced();
    }

    public Expression On(Expression row, FilterCompiler filters) => On(row);

    public Expression On(Expression row)
    {
        var owner = Through.Aggregate(row, (instance, reference) => Expression.Property(instance, reference.Member));
        return PropertyOf(owner, Property);
    }

    public static Expression PropertyOf(Expression owner, IProperty property) => property.PropertyInfo is { } member
        ? Expression.Property(owner, member)
        : Expression.Call(typeof(EF), nameof(EF.Property), [property.ClrType], owner, Expression.Constant(property.Name));
}
