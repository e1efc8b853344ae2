using System.Reflection;
using ControlStrategy.GraphQL.Filtering;
using ControlStrategy.GraphQL.Records;
using ControlStrategy.GraphQL.Statements;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace ControlStrategy.GraphQL.Schema;

/// <summary>One field of an entity.</summary>
internal abstract class EntityField(string name)
{
    public string Name { get; } = name;
}

/// <summary>A column.</summary>
internal sealed class ScalarField(IProperty property) : EntityField(Names.Camel(property.Name)), IOperand
{
    public IProperty Property => property;

    public PropertyInfo Member => property.PropertyInfo!;

    public bool IsNullable => property.IsNullable;

    /// <summary>The value's type without <see cref="Nullable{T}"/>.</summary>
    public Type ValueType { get; } = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;

    public ColumnReader Reader => ColumnReader.Of(property);

    public RelationalTypeMapping Mapping(Mappings mappings) => Mappings.Of(property);
}

/// <summary>A relation to one entity or none.</summary>
internal sealed class ReferenceField(INavigation navigation, Entity target) : EntityField(Names.Camel(navigation.Name))
{
    public INavigation Navigation => navigation;

    public PropertyInfo Member => navigation.PropertyInfo!;

    public Entity Target => target;

    public bool IsNullable { get; } = !(navigation.IsOnDependent && navigation.ForeignKey.IsRequired);
}

/// <summary>A relation to many entities.</summary>
internal sealed class CollectionField(INavigationBase navigation, Entity target, bool isPaged, int mostEntries) : EntityField(Names.Camel(navigation.Name))
{
    public INavigationBase Navigation => navigation;

    public PropertyInfo Member => navigation.PropertyInfo!;

    public Entity Target => target;

    /// <summary>Paged collections are connections; others are plain lists.</summary>
    public bool IsPaged => isPaged;

    /// <summary>Entries that a plain list counts for.</summary>
    public int MostEntries => mostEntries;

    /// <summary>The foreign key on the children, or null for many to many.</summary>
    public IProperty? ChildForeignKey { get; } = (navigation as INavigation)?.ForeignKey.Properties.Single();
}

/// <summary>A hand-written field, computed for all parents of an answer in one call.</summary>
internal sealed class ComputedField(string name, ComputedFieldDefinition definition) : EntityField(name)
{
    public ComputedFieldDefinition Definition => definition;
}
