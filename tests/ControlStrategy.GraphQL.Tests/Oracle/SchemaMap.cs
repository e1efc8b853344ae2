using System.Text.Json;
using ControlStrategy.GraphQL.Tests.Library;

namespace ControlStrategy.GraphQL.Tests.Oracle;

/// <summary>A member of a type: its name, the type as written, the type's bare name, and its arguments.</summary>
internal sealed record SchemaMember(string Name, string Type, IReadOnlyList<SchemaMember> Arguments)
{
    public string BareType => Type.Trim('[', ']', '!').TrimEnd('!', ']');

    public bool IsList => Type.StartsWith('[');

    public bool IsRequired => Type.EndsWith('!');
}

/// <summary>A type: its kind, the fields of an object or the members of an input.</summary>
internal sealed record SchemaType(string Name, string Kind, IReadOnlyList<SchemaMember> Members);

/// <summary>The schema as its server describes it, so that nothing new can be forgotten.</summary>
internal sealed class SchemaMap(IReadOnlyDictionary<string, SchemaType> types)
{
    private const string Question = """
        query { __schema { types { kind name inputFields { ...Input } fields { name args { ...Input } type { ...Type } } } } }
        fragment Input on __InputValue { name type { ...Type } }
        fragment Type on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }
        """;

    public IEnumerable<SchemaType> Types => types.Values;

    public SchemaType this[string name] => types[name];

    public bool IsObject(string name) => types[name].Kind == "OBJECT";

    public static async Task<SchemaMap> OfAsync(LibraryServer server)
    {
        var data = await server.DataAsync(Question);
        var all = data.GetProperty("__schema").GetProperty("types").EnumerateArray().Select(Read);
        return new SchemaMap(all.ToDictionary(type => type.Name));
    }

    private static SchemaType Read(JsonElement type)
    {
        var members = type.GetProperty("inputFields") is { ValueKind: JsonValueKind.Array } inputs ? inputs : type.GetProperty("fields");
        return new SchemaType(type.GetProperty("name").GetString()!, type.GetProperty("kind").GetString()!, Members(members));
    }

    private static List<SchemaMember> Members(JsonElement members) => members.ValueKind != JsonValueKind.Array ? [] : [.. members.EnumerateArray().Select(member =>
        new SchemaMember(member.GetProperty("name").GetString()!, Written(member.GetProperty("type")), member.TryGetProperty("args", out var arguments) ? Members(arguments) : []))];

    private static string Written(JsonElement type) => type.GetProperty("kind").GetString() switch
    {
        "NON_NULL" => Written(type.GetProperty("ofType")) + "!",
        "LIST" => "[" + Written(type.GetProperty("ofType")) + "]",
        _ => type.GetProperty("name").GetString()!,
    };
}
