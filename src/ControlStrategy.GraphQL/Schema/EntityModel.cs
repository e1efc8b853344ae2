using ControlStrategy.GraphQL.Grouping;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace ControlStrategy.GraphQL.Schema;

/// <summary>Everything the schema and the planner need to know, read once from the EF model.</summary>
internal sealed class EntityModel
{
    private readonly Dictionary<Type, Entity> _byType = [];
    private readonly EngineOptions _options;

    public EntityModel(DbContext context, EngineOptions options)
    {
        _options = options;
        foreach (var (type, setName) in ShownTypes(context))
            _byType.Add(type.ClrType, new Entity(type, setName));
        foreach (var entity in _byType.Values)
            AddFields(entity);
        foreach (var entity in _byType.Values)
            entity.History = options.HistoryOf(entity.ClrType) is { } history ? EntityHistory.Of(this, entity, history) : null;
        options.RequireKnown(_byType.Keys);
        Groups = [.. options.Groups.Select(definition => new GroupModel(this, definition))];
    }

    /// <summary>The entities that can be grouped.</summary>
    public IReadOnlyList<GroupModel> Groups { get; }

    public IEnumerable<Entity> Entities => _byType.Values;

    public Entity this[Type type] => _byType.TryGetValue(type, out var entity)
        ? entity
        : throw new InvalidOperationException($"{type.Name} is not an entity of the model.");

    /// <summary>Entities with a set of their own get its name; small parts have none.</summary>
    private static IEnumerable<(IEntityType Type, string? SetName)> ShownTypes(DbContext context)
    {
        var sets = context.GetType().GetProperties()
            .Where(property => property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(DbSet<>))
            .ToDictionary(property => property.PropertyType.GetGenericArguments()[0], property => property.Name);
        return context.Model.GetEntityTypes()
            .Where(type => !type.IsOwned() && !type.HasSharedClrType && type.FindPrimaryKey()?.Properties.Count == 1)
            .OrderBy(type => type.ClrType.Name, StringComparer.Ordinal)
            .Select(type => (type, sets.GetValueOrDefault(type.ClrType)));
    }

    private void AddFields(Entity entity)
    {
        foreach (var property in Declared(entity, entity.EfType.GetProperties()))
        {
            // A relation is asked for through its noun, not through its number.
            if (property.PropertyInfo is not null && (property.IsPrimaryKey() || !property.IsForeignKey()))
                entity.Add(new ScalarField(property));
        }
        foreach (var navigation in Declared(entity, entity.EfType.GetNavigations().Cast<INavigationBase>().Concat(entity.EfType.GetSkipNavigations())))
        {
            if (navigation.PropertyInfo is null || !_byType.TryGetValue(navigation.TargetEntityType.ClrType, out var target)) continue;
            if (_options.IsHidden(entity.ClrType, navigation.Name)) continue;
            entity.Add(navigation.IsCollection
                ? new CollectionField(navigation, target, _options.IsPaged(entity.ClrType, navigation.Name), _options.MostEntries(entity.ClrType, navigation.Name))
                : new ReferenceField((INavigation)navigation, target));
        }
        foreach (var computed in _options.ComputedFields(entity.ClrType))
            entity.Add(new ComputedField(computed.Name, computed));
    }

    /// <summary>In the order the C# type declares its members, so that the schema reads as the noun does.</summary>
    private static IEnumerable<T> Declared<T>(Entity entity, IEnumerable<T> members) where T : IReadOnlyPropertyBase
    {
        var order = entity.ClrType.GetProperties().Select((property, index) => (property.Name, index)).ToDictionary(x => x.Name, x => x.index);
        return members.OrderBy(member => order.GetValueOrDefault(member.Name, int.MaxValue)).ToList();
    }
}
