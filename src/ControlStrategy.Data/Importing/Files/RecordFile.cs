namespace ControlStrategy.Data.Importing.Files;

/// <summary>The records of a file, one at a time, whatever its format.</summary>
/// <param name="path">The path as it was given, for messages.</param>
internal abstract class RecordFile(string path) : IDisposable
{
    /// <summary>The path as it was given, for messages.</summary>
    public string Path { get; } = path;

    /// <summary>The names of the columns in the file's order.</summary>
    public abstract IReadOnlyList<string> Header { get; }

    /// <summary>The line the current record starts in, counted from 1.</summary>
    public abstract long Line { get; }

    /// <summary>How many fields the current record has.</summary>
    public abstract int FieldCount { get; }

    /// <summary>The current record as it stands in the file.</summary>
    public abstract string Raw { get; }

    /// <summary>The text of a field of the current record; valid until the next one is read.</summary>
    public abstract ReadOnlySpan<char> this[int column] { get; }

    /// <summary>The first field of the current record that cannot be told as text, and why; none where all can.</summary>
    public virtual (int Column, string Reason)? Unreadable => null;

    /// <summary>Goes to the next record; false at the end. Empty ones are passed over.</summary>
    /// <exception cref="ImportException">The record cannot be read.</exception>
    public abstract bool Read();

    /// <inheritdoc/>
    public abstract void Dispose();
}
