using GraphQLParser;
using GraphQLParser.AST;

namespace ControlStrategy.GraphQL.Guarding;

/// <summary>
/// Measures a document before validation, whose own rules take exponential time on fragments inside fragments.
/// Each fragment is measured once; recursion is bounded by the parser's depth times the number of fragments.
/// </summary>
internal sealed class DocumentGuard(GraphQLDocument document, EngineLimits limits)
{
    private readonly Dictionary<string, Measured?> _fragments = new(StringComparer.Ordinal);
    private int _spreads;

    /// <exception cref="RequestException">The document is over a limit.</exception>
    public void Check()
    {
        var fragments = document.Definitions.Count(definition => definition is GraphQLFragmentDefinition);
        if (fragments > limits.MaximumFragments)
            throw Errors.OverLimit("TOO_MANY_FRAGMENTS", "The document has more fragments", limits.MaximumFragments, nameof(EngineLimits.MaximumFragments));
        var fields = 0.0;
        foreach (var definition in document.Definitions)
        {
            var measured = definition switch
            {
                GraphQLOperationDefinition operation => Measure(operation.SelectionSet),
                GraphQLFragmentDefinition fragment => OfFragment(fragment.FragmentName.Name.StringValue, fragment),
                _ => default,
            };
            fields = Math.Max(fields, measured.Fields);
            // A fragment counts where an operation uses it: inside introspection it may nest as deep as tools ask.
            if (definition is GraphQLOperationDefinition && measured.Depth > limits.MaximumSelectionDepth)
                throw Errors.OverLimit("SELECTION_TOO_DEEP", "The selection nests deeper", limits.MaximumSelectionDepth, nameof(EngineLimits.MaximumSelectionDepth));
        }
        if (fields > limits.MaximumFields)
            throw Errors.OverLimit("TOO_MANY_FIELDS", "The document selects more fields", limits.MaximumFields, nameof(EngineLimits.MaximumFields));
    }

    private Measured Measure(GraphQLSelectionSet? set)
    {
        var total = new Measured(0, 0);
        foreach (var selection in set?.Selections ?? [])
        {
            var measured = selection switch
            {
                GraphQLField field => OfField(field),
                GraphQLInlineFragment fragment => Measure(fragment.SelectionSet),
                GraphQLFragmentSpread spread => OfSpread(spread),
                _ => new Measured(0, 0),
            };
            total = new Measured(total.Fields + measured.Fields, Math.Max(total.Depth, measured.Depth));
        }
        return total;
    }

    private Measured OfField(GraphQLField field)
    {
        var inner = Measure(field.SelectionSet);
        var isIntrospection = field.Name.Value == "__schema" || field.Name.Value == "__type";
        return new Measured(inner.Fields + 1, isIntrospection ? 1 : inner.Depth + 1);
    }

    private Measured OfSpread(GraphQLFragmentSpread spread)
    {
        if (++_spreads > limits.MaximumFragmentSpreads)
            throw Errors.OverLimit("TOO_MANY_FRAGMENTS", "The document uses fragments more often", limits.MaximumFragmentSpreads, nameof(EngineLimits.MaximumFragmentSpreads));
        var name = spread.FragmentName.Name.StringValue;
        return OfFragment(name, document.FindFragmentDefinition(spread.FragmentName.Name));
    }

    private Measured OfFragment(string name, GraphQLFragmentDefinition? fragment)
    {
        if (_fragments.TryGetValue(name, out var known)) return known ?? new Measured(0, 0);
        // A fragment inside itself is found by validation; here it only must not loop.
        _fragments[name] = null;
        var measured = Measure(fragment?.SelectionSet);
        _fragments[name] = measured;
        return measured;
    }

    /// <param name="Fields">Fields, as a floating number so that it cannot overflow.</param>
    /// <param name="Depth">Levels.</param>
    private readonly record struct Measured(double Fields, int Depth);
}
