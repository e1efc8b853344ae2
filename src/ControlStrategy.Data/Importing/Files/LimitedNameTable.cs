using System.Xml;

namespace ControlStrategy.Data.Importing.Files;

/// <summary>The names that a document uses, which a parser keeps; a document of ever new names is refused.</summary>
internal sealed class LimitedNameTable : NameTable
{
    private const int MostNames = 10_000;
    private int _count;

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">There are too many names.</exception>
    public override string Add(char[] key, int start, int len) => Get(key, start, len) ?? Counted(base.Add(key, start, len));

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">There are too many names.</exception>
    public override string Add(string key) => Get(key) ?? Counted(base.Add(key));

    private string Counted(string name) => ++_count <= MostNames ? name : throw new InvalidDataException("A part uses too many different names.");
}
