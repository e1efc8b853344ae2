using System.Linq.Expressions;
using ControlStrategy.GraphQL.Schema;
using ControlStrategy.GraphQL.Statements;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ControlStrategy.GraphQL.Grouping;

/// <summary>An entity that can be grouped: its dimensions and amounts, found in the model.</summary>
internal sealed class GroupModel
{
    public GroupModel(EntityModel model, GroupDefinition definition)
    {
        Entity = model[definition.Entity];
        Dimensions = [.. definition.Dimensions.Select(given => Dimension.Of(model, Entity, given))];
        Amounts = [.. definition.Amounts.Select(given => Amount.Of(Column(given.Column), given))];
        Ranges = [.. Amounts.Select(amount => amount.Column), .. definition.Ranges.Select(Column)];
        Singles = [.. definition.Singles.Select(given => new Single(given.What, RowValue.Of(model, Entity, given.Value)))];
    }

    public Entity Entity { get; }

    /// <summary>Root field: <c>observationsGrouped</c>.</summary>
    public string FieldName => Entity.PluralName + "Grouped";

    public IReadOnlyList<Dimension> Dimensions { get; }

    public IReadOnlyList<Amount> Amounts { get; }

    /// <summary>Columns with a smallest and a largest value.</summary>
    public IReadOnlyList<ScalarField> Ranges { get; }

    public IReadOnlyList<Single> Singles { get; }

    private ScalarField Column(LambdaExpression column) => (ScalarField)Entity[Names.Camel(MemberPath.Of(column)[^1].Name)];
}

/// <summary>What rows are grouped by.</summary>
/// <param name="Name">Its name in camel case.</param>
/// <param name="Description">What it is.</param>
/// <param name="Key">The row's key.</param>
/// <param name="Target">The entity that is the key; null for a plain value.</param>
/// <param name="Result">How its key is read and compared.</param>
internal sealed record Dimension(string Name, string Description, RowValue Key, Entity? Target, Result Result)
{
    public static Dimension Of(EntityModel model, Entity entity, DimensionDefinition given)
    {
        if (given.Target is { } target)
            return new Dimension(given.Name!, given.Description!, RowValue.Of(model, entity, given.Key), model[target], Result.Of(model[target].Key));
        if (given.Write is { } write)
            return new Dimension(given.Name!, given.Description!, RowValue.Of(model, entity, given.Key), null, Result.Written(given.Name!, write));
        var members = MemberPath.Of(given.Key);
        var (name, description) = (given.Name ?? Names.Camel(members[^1].Name), given.Description ?? Descriptions.Of(members[^1])!);
        var (owner, through) = MemberPath.Follow(model, entity, members.SkipLast(1));
        if (owner[Names.Camel(members[^1].Name)] is ReferenceField reference)
            return new Dimension(name, description, new RowValue(new ColumnPath([.. through, reference], reference.Target.Key.Property)), reference.Target, Result.Of(reference.Target.Key));
        var column = (ScalarField)owner[Names.Camel(members[^1].Name)];
        return new Dimension(name, description, new RowValue(new ColumnPath(through, column.Property)), null, Result.Of(column));
    }
}

/// <summary>A column that adds up.</summary>
/// <param name="Column">The column.</param>
/// <param name="UnitsInOne">Stored units in one: 10,000 where four decimals are kept as whole numbers.</param>
/// <param name="AddsUp">Whether a row's number adds up with others; null where all do.</param>
/// <param name="Otherwise">What to do where they do not.</param>
internal sealed record Amount(ScalarField Column, long UnitsInOne, LambdaExpression? AddsUp, string? Otherwise)
{
    public string Name => Column.Name;

    /// <summary>How a sum is read and compared.</summary>
    public Result Sum => Column.ValueType == typeof(int) || Column.ValueType == typeof(long) ? Result.Of<long>(Name) : Column.ValueType == typeof(double) ? Result.Of<double>(Name) : Result.Of(Column);

    /// <exception cref="InvalidOperationException">The database does not keep the column as a number.</exception>
    public static Amount Of(ScalarField column, AmountDefinition given) => new(column, Units(column.Property), given.AddsUp, given.Otherwise);

    private static long Units(IProperty property)
    {
        if (property.GetTypeMapping().Converter is not { } converter) return 1;
        if (converter.ProviderClrType == typeof(long) && converter.ConvertFromProvider(1L) is decimal unit && unit > 0 && (decimal)converter.ConvertFromProvider(1_000_003L)! == 1_000_003 * unit)
            return (long)(1 / unit);
        throw new InvalidOperationException($"{property.DeclaringType.DisplayName()}.{property.Name} cannot be added up: it is not kept as a number with a fixed scale.");
    }
}

/// <summary>What must be the same in all rows that are added up together.</summary>
internal sealed record Single(string What, RowValue Value);
