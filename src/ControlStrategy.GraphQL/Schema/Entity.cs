using Microsoft.EntityFrameworkCore.Metadata;

namespace ControlStrategy.GraphQL.Schema;

/// <summary>An entity of the EF model as the schema shows it.</summary>
internal sealed class Entity(IEntityType efType, string? setName)
{
    private readonly Dictionary<string, EntityField> _fields = new(StringComparer.Ordinal);

    /// <summary>Type name: <c>Outcome</c>.</summary>
    public string Name => efType.ClrType.Name;

    /// <summary>Small parts of another noun have no root field of their own.</summary>
    public bool IsRoot => setName is not null;

    /// <summary>Root field: <c>outcomes</c>.</summary>
    public string PluralName { get; } = Names.Camel(setName ?? efType.ClrType.Name);

    /// <summary>Prefix of connection and edge types: <c>Outcomes</c>.</summary>
    public string ConnectionPrefix => Names.Pascal(PluralName);

    public IEntityType EfType => efType;

    public Type ClrType => efType.ClrType;

    public ScalarField Key { get; private set; } = null!;

    /// <summary>What tells when its rows were known; null where rows have no history.</summary>
    public EntityHistory? History { get; set; }

    public IEnumerable<EntityField> Fields => _fields.Values;

    public EntityField this[string name] => _fields[name];

    public void Add(EntityField field)
    {
        _fields.Add(field.Name, field);
        if (field is ScalarField scalar && scalar.Property.IsPrimaryKey())
            Key = scalar;
    }
}
