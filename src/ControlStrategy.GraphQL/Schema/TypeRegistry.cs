using System.Diagnostics.CodeAnalysis;
using GraphQL.Types;

namespace ControlStrategy.GraphQL.Schema;

/// <summary>Every named type of the schema while it is built, by name.</summary>
internal sealed class TypeRegistry
{
    private readonly Dictionary<string, IGraphType> _types = new(StringComparer.Ordinal);

    public IEnumerable<IGraphType> Types => _types.Values;

    public T Add<T>(T type) where T : IGraphType
    {
        if (!_types.TryAdd(type.Name, type))
            throw new InvalidOperationException($"Two types of the schema are called {type.Name}.");
        return type;
    }

    public bool TryGet(string name, [NotNullWhen(true)] out IGraphType? type) => _types.TryGetValue(name, out type);

    public static IGraphType Reference(string name) => new GraphQLTypeReference(name);

    public static IGraphType NonNull(IGraphType type) => new NonNullGraphType(type);

    /// <summary><c>[Name!]</c></summary>
    public static IGraphType ListOf(string name) => new ListGraphType(new NonNullGraphType(Reference(name)));
}
