using GraphQLParser.AST;

namespace ControlStrategy.GraphQL.Guarding;

/// <summary>A place in the answer, with everything that is selected into it from anywhere in the document.</summary>
internal sealed class ResponsePlace
{
    private readonly Dictionary<string, ResponsePlace> _inner = new(StringComparer.Ordinal);
    private readonly string _field;
    private readonly bool _isRoot;
    private readonly int _depth;
    private readonly Introspection? _introspection;
    private int _times;

    private ResponsePlace(string field, bool isRoot, int depth, Introspection? introspection) =>
        (_field, _isRoot, _depth, _introspection) = (field, isRoot, depth, introspection);

    /// <summary>Where an operation's answer begins.</summary>
    public static ResponsePlace Root() => new("", isRoot: true, 0, null);

    /// <summary>The place of a field in this one.</summary>
    /// <exception cref="RequestException">The field is one too many here, or too deep.</exception>
    public ResponsePlace Enter(GraphQLField field, EngineLimits limits)
    {
        var key = (field.Alias?.Name ?? field.Name).StringValue;
        if (!_inner.TryGetValue(key, out var place)) _inner.Add(key, place = New(field.Name.StringValue, limits));
        // Validation compares each of them with each other.
        if (++place._times > limits.MaximumSameFields)
            throw Errors.OverLimit("TOO_MANY_SAME_FIELDS", "The document selects a field in one place more often", limits.MaximumSameFields, nameof(EngineLimits.MaximumSameFields));
        return place;
    }

    private ResponsePlace New(string field, EngineLimits limits)
    {
        if (_isRoot && _inner.Count == limits.MaximumRootFields)
            throw Errors.OverLimit("TOO_MANY_ROOT_FIELDS", "An operation selects more root fields", limits.MaximumRootFields, nameof(EngineLimits.MaximumRootFields));
        var introspection = _introspection ?? (_isRoot && field is "__schema" or "__type" ? new Introspection(0, 0) : null);
        // Its answer has no bound but the schema's size, so each of its lists comes once.
        if (introspection is not null && field != "__type" && _inner.Values.Any(place => place._field == field))
            throw new RequestException("INTROSPECTION_TOO_DEEP", $"Introspection selects '{(field.Length > 40 ? field[..40] : field)}' under two names in one place; select it once.");
        if (_introspection is not null) introspection = _introspection.Enter(field, limits);
        var depth = _introspection is null ? _depth + 1 : _depth;
        if (depth > limits.MaximumSelectionDepth)
            throw Errors.OverLimit("SELECTION_TOO_DEEP", "The selection nests deeper", limits.MaximumSelectionDepth, nameof(EngineLimits.MaximumSelectionDepth));
        return new ResponsePlace(field, isRoot: false, depth, introspection);
    }

    /// <summary>Where in introspection a place is.</summary>
    /// <param name="Lists">Lists of types or fields it stands in.</param>
    /// <param name="OfTypes">Levels of <c>ofType</c> it stands in.</param>
    private sealed record Introspection(int Lists, int OfTypes)
    {
        public Introspection Enter(string field, EngineLimits limits)
        {
            var inner = field switch
            {
                "fields" or "inputFields" or "interfaces" or "possibleTypes" => this with { Lists = Lists + 1 },
                "ofType" => this with { OfTypes = OfTypes + 1 },
                _ => this,
            };
            if (inner.Lists > limits.MaximumIntrospectionLists)
                throw Errors.OverLimit("INTROSPECTION_TOO_DEEP", "Lists of introspection stand inside one another more often", limits.MaximumIntrospectionLists, nameof(EngineLimits.MaximumIntrospectionLists));
            return inner.OfTypes > limits.MaximumOfTypeDepth
                ? throw Errors.OverLimit("INTROSPECTION_TOO_DEEP", "'ofType' nests deeper", limits.MaximumOfTypeDepth, nameof(EngineLimits.MaximumOfTypeDepth))
                : inner;
        }
    }
}
