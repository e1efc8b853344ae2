namespace ControlStrategy.Data.Importing;

/// <summary>A column of a file to import. Header check, template and documentation are made of it.</summary>
/// <param name="Name">Its name in the header, without regard to case.</param>
/// <param name="Form">How its values are written.</param>
/// <param name="Meaning">What its values are.</param>
public sealed record ImportColumn(string Name, string Form, string Meaning)
{
    /// <summary>Whether a file must have it.</summary>
    public bool IsRequired { get; private init; }

    /// <summary>Its values in the rows of the template.</summary>
    public IReadOnlyList<string> Examples { get; private init; } = [];

    internal static ImportColumn Required(string name, string form, string meaning, params string[] examples) =>
        new(name, form, meaning) { IsRequired = true, Examples = examples };

    internal static ImportColumn Optional(string name, string form, string meaning, params string[] examples) =>
        new(name, form, meaning) { Examples = examples };
}
