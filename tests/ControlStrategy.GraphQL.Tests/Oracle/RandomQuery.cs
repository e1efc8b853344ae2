using System.Globalization;
using System.Text;

namespace ControlStrategy.GraphQL.Tests.Oracle;

/// <summary>A random valid query: fields, aliases, fragments, directives, filters, orders and pages; the same for the same seed.</summary>
internal sealed class RandomQuery
{
    private const int MostFragments = 6;
    private const int MostFields = 40;
    private readonly SchemaMap _schema;
    private readonly IReadOnlyList<int> _books;
    private readonly RandomValues _values;
    private readonly RandomFilters _filters;
    private readonly List<(string Name, string Type, int Depth)> _fragments = [];
    private readonly StringBuilder _fragmentTexts = new();
    private int _names;
    private int _fields;

    /// <param name="schema">What can be asked.</param>
    /// <param name="books">Numbers of books.</param>
    /// <param name="seed">Which query.</param>
    /// <param name="depth">Levels of objects.</param>
    public RandomQuery(SchemaMap schema, IReadOnlyList<int> books, int seed, int depth)
    {
        _schema = schema;
        _books = books;
        _values = new RandomValues(new Random(seed), schema);
        _filters = new RandomFilters(schema, _values);
        var selection = Selection("Query", depth);
        var declarations = _values.Declarations.Count == 0 ? "" : $"({string.Join(", ", _values.Declarations)})";
        Document = $"query {declarations} {selection}\n{_fragmentTexts}";
    }

    public string Document { get; }

    /// <summary>Values for the variables, others each time; those of cursors are missing.</summary>
    public Dictionary<string, object?> DrawVariables() => _values.Draw();

    private string Selection(string type, int depth)
    {
        var count = type == "Query" ? _values.OneOf([1, 1, 1, 2]) : _values.OneOf([1, 2, 2, 3, 4]);
        var parts = new List<string>();
        if (_fields > MostFields) (count, depth) = (1, 0);
        for (var i = 0; i < count; i++)
            parts.AddRange(Parts(type, depth));
        return "{ " + string.Join(' ', parts) + " }";
    }

    /// <summary>One field, bare or in a fragment; at times the same field twice, with another selection the second time.</summary>
    private IEnumerable<string> Parts(string type, int depth)
    {
        _fields++;
        var (head, member) = Head(type, depth);
        yield return Wrapped(type, depth, head + Directives() + Below(member, depth));
        if (head.Contains("after:", StringComparison.Ordinal) || head.Contains("before:", StringComparison.Ordinal)) yield return head + " { edges { cursor } }";
        if (_values.Chance(15)) yield return Wrapped(type, depth, head + Directives() + Below(member, depth));
        if (_values.Chance(8)) yield return $"...{Fragment(type, depth)}{Directives()}";
    }

    private string Wrapped(string type, int depth, string field)
    {
        if (!_values.Chance(12)) return field;
        var inner = _values.Chance(50) ? field : field + " " + string.Join(' ', Parts(type, depth - 1 > 0 ? depth - 1 : 0));
        return $"...{(_values.Chance(50) ? $" on {type}" : "")}{Directives()} {{ {inner} }}";
    }

    private (string Head, SchemaMember? Member) Head(string type, int depth)
    {
        if (_values.Chance(4)) return (Alias() + "__typename", null);
        var offered = _schema[type].Members.Where(member => (depth > 0 || !_schema.IsObject(member.BareType)) && !IsGrouping(member)).ToList();
        if (offered.Count == 0) return ("__typename", null);
        var member = _values.OneOf(offered);
        var isAliased = member.Arguments.Count > 0 || _values.Chance(15);
        return ((isAliased ? Alias() : "") + member.Name + Arguments(member), member);
    }

    /// <summary>Groups have an oracle of their own.</summary>
    private static bool IsGrouping(SchemaMember member) => member.Name.EndsWith("Grouped", StringComparison.Ordinal);

    private string Alias() => string.Create(CultureInfo.InvariantCulture, $"a{_names++}: ");

    private string Below(SchemaMember? member, int depth)
    {
        if (member is null || !_schema.IsObject(member.BareType)) return "";
        // Connections, edges and pages are wrappings, not levels.
        var isWrapping = member.Name is "edges" or "nodes" or "node" or "pageInfo";
        return " " + Selection(member.BareType, isWrapping ? depth : depth - 1);
    }

    private string Directives()
    {
        var text = "";
        if (_values.Chance(6)) text += $" @skip(if: {_values.Condition()})";
        if (_values.Chance(6)) text += $" @include(if: {_values.Condition()})";
        return text;
    }

    private string Fragment(string type, int depth)
    {
        var known = _fragments.Where(fragment => fragment.Type == type && fragment.Depth <= depth).ToList();
        if (known.Count > 0 && (_values.Chance(50) || _fragments.Count == MostFragments)) return _values.OneOf(known).Name;
        var name = string.Create(CultureInfo.InvariantCulture, $"F{_names++}");
        var text = $"fragment {name} on {type} {Selection(type, depth > 0 ? depth - 1 : 0)}";
        _fragmentTexts.AppendLine(text);
        _fragments.Add((name, type, depth));
        return name;
    }

    private string Arguments(SchemaMember member)
    {
        var isPaged = member.Arguments.Any(argument => argument.Name == "after");
        var size = _values.OneOf(["first", "last", "first", ""]);
        var given = member.Arguments.Select(argument => argument.Name switch
        {
            "where" => _values.Chance(35) ? $"where: {_filters.Object(argument.BareType, 2)}" : "",
            "order" => _values.Chance(45) ? $"order: {_filters.Order(argument.BareType)}" : "",
            "first" or "last" when isPaged => argument.Name == size ? $"{size}: {_values.Size(6)}" : "",
            "after" or "before" when isPaged => _values.Chance(25) ? $"{argument.Name}: {_values.CursorVariable()}" : "",
            "numbers" => $"numbers: [{string.Join(", ", Enumerable.Range(0, 3).Select(_ => _values.OneOf(_books)))}]",
            "code" => $"code: \"author-{_values.OneOf(["1", "2", "3'\\\"", "77"])}\"",
            _ => _values.Chance(60) ? $"{argument.Name}: {(argument.BareType == "Int" ? _values.Size(3) : _values.Scalar(argument.BareType))}" : "",
        }).Where(text => text.Length > 0).ToList();
        return given.Count == 0 ? "" : $"({string.Join(", ", given)})";
    }
}
