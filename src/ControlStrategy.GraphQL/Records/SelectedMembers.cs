using ControlStrategy.GraphQL.Planning;

namespace ControlStrategy.GraphQL.Records;

/// <summary>Which members of a hand-written record were asked for, so that nobody computes what nobody reads.</summary>
public sealed class SelectedMembers
{
    private readonly HashSet<string> _paths = new(StringComparer.Ordinal);

    internal SelectedMembers(Selection selection) => Collect(selection, "");

    /// <summary>Whether a member, or anything inside it, was asked for.</summary>
    /// <param name="path">Names in camel case from the field's own record on, joined by dots: <c>rows.change.pValue</c>.</param>
    public bool Has(string path) => _paths.Contains(path);

    private void Collect(Selection selection, string above)
    {
        foreach (var field in selection.Fields.Where(field => !field.IsTypeName))
        {
            _paths.Add(above + field.FieldName);
            Collect(field.Selection, $"{above}{field.FieldName}.");
        }
    }
}
