namespace ControlStrategy.Data.Importing.Formats;

/// <summary>
/// The short name made of a label: letters and digits in lower case, one hyphen for each run of anything else between them.
/// </summary>
internal static class Slug
{
    /// <summary>
    /// Writes the slug of a label, which is never longer than the label; returns the written part. The slug of a slug is itself.
    /// </summary>
    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> label, Span<char> room)
    {
        var length = 0;
        var isBetween = false;
        foreach (var letter in label)
        {
            if (!char.IsAsciiLetterOrDigit(letter))
            {
                isBetween = length > 0;
                continue;
            }

            if (isBetween)
                room[length++] = '-';
            isBetween = false;
            room[length++] = char.ToLowerInvariant(letter);
        }

        return room[..length];
    }
}
