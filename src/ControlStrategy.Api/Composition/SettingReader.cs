namespace ControlStrategy.Api.Composition;

/// <summary>
/// Reads settings one by one, each with its default and range, and remembers them: whatever else stands in one of their sections is a
/// mistake. What was read is the list of settings there are.
/// </summary>
internal sealed class SettingReader(IConfiguration configuration)
{
    private const int LargestMistake = 3;
    private readonly Dictionary<string, string> _defaults = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The settings read so far with their defaults; an empty one where there is none.</summary>
    public IReadOnlyDictionary<string, string> Defaults => _defaults;

    /// <summary>A text, which may be missing.</summary>
    public string? Text(string key)
    {
        _defaults[key] = "";
        return configuration[key];
    }

    /// <summary>A whole number within a range.</summary>
    /// <exception cref="SettingException">It is none, or outside.</exception>
    public int Number(string key, int otherwise, int least, int most)
    {
        _defaults[key] = FormattableString.Invariant($"{otherwise}");
        var value = Value(key, otherwise, "a whole number");
        return value >= least && value <= most
            ? value
            : throw new SettingException(key, FormattableString.Invariant($"is {value}; it must be {least} to {most}"));
    }

    /// <summary>Yes or no.</summary>
    /// <exception cref="SettingException">It is neither true nor false.</exception>
    public bool Flag(string key, bool otherwise)
    {
        _defaults[key] = otherwise ? "true" : "false";
        return Value(key, otherwise, "true or false");
    }

    /// <summary>Refuses what stands in a section of ours, or nearly in one, and is no setting: it might have been meant to matter.</summary>
    /// <exception cref="SettingException">There is such a key.</exception>
    public void RefuseOthers()
    {
        var sections = _defaults.Keys.Select(SectionOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in configuration.AsEnumerable().OrderBy(setting => setting.Key, StringComparer.Ordinal))
        {
            if (value is null || _defaults.ContainsKey(key) || !key.Contains(':', StringComparison.Ordinal)) continue;
            var nearest = _defaults.Keys.MinBy(known => (!IsOf(SectionOf(key), known), Spelling.Distance(known, key)))!;
            if (sections.Contains(SectionOf(key)) || Spelling.Distance(nearest, key) <= LargestMistake)
                throw new SettingException(key, $"is not known; the nearest one is {nearest}");
        }
    }

    private static bool IsOf(string section, string key) => section.Equals(SectionOf(key), StringComparison.OrdinalIgnoreCase);

    private static string SectionOf(string key) => key.Split(':')[0];

    private T Value<T>(string key, T otherwise, string expected) where T : struct
    {
        try
        {
            return configuration.GetValue<T?>(key) ?? otherwise;
        }
        catch (InvalidOperationException)
        {
            throw new SettingException(key, $"is '{configuration[key]}', which is not {expected}");
        }
    }
}
