using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ControlStrategy.Reporting.Definitions;

/// <summary>One value of a definition with the place it stands at.</summary>
/// <param name="Value">The value as written, without quotes.</param>
/// <param name="IsPlain">Whether it stands without quotes, so that `12` is a number and `true` a truth value.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record DefinitionText(string Value, bool IsPlain, DefinitionPlace Place);

/// <summary>A mapping of a definition, read strictly: every mistake names file, line and key.</summary>
/// <remarks>Over the node tree instead of a deserializer, because a mistake in meaning needs its line as much as one in form.</remarks>
internal sealed class DefinitionMap
{
    private readonly string _file;
    private readonly string _key;
    private readonly YamlMappingNode _node;

    private DefinitionMap(string file, string key, YamlMappingNode node) => (_file, _key, _node) = (file, key, node);

    public static DefinitionMap Parse(string file, string yaml)
    {
        var stream = new YamlStream();
        var parser = new Parser(new StringReader(yaml));
        try
        {
            stream.Load(parser);
        }
        // The parser ends with the second one where a bracket is never closed.
        catch (Exception exception) when (exception is YamlException or InvalidOperationException)
        {
            var line = (exception as YamlException)?.Start.Line ?? parser.Current?.End.Line ?? 1;
            throw new ReportDefinitionException(new(file, Math.Max(1, (int)line), ""), $"this is not YAML: {exception.Message}", exception);
        }

        return stream.Documents is [{ RootNode: YamlMappingNode root }]
            ? new DefinitionMap(file, "", root)
            : throw new ReportDefinitionException(new(file, 1, ""), "a definition is one mapping of keys to values");
    }

    /// <summary>Refuses every key but these: a misspelt key is a mistake, not an option.</summary>
    public void Only(params string[] keys)
    {
        foreach (var key in _node.Children.Keys)
        {
            if (key is not YamlScalarNode { Value: { } name } || !keys.Contains(name, StringComparer.Ordinal))
                throw new ReportDefinitionException(PlaceOf(key, key.ToString()), $"unknown key; known here: {string.Join(", ", keys)}");
        }
    }

    public bool Has(string key) => _node.Children.ContainsKey(new YamlScalarNode(key));

    public DefinitionText Text(string key) => ScalarOf(Required(key), key);

    public DefinitionText? OptionalText(string key) => Has(key) ? Text(key) : null;

    public IReadOnlyList<DefinitionText> Texts(string key) =>
        [.. Sequence(key).Select((node, index) => ScalarOf(node, $"{key}[{index}]"))];

    public DefinitionMap Map(string key) => MapOf(Required(key), key);

    public IReadOnlyList<DefinitionMap> Maps(string key) => [.. Sequence(key).Select((node, index) => MapOf(node, $"{key}[{index}]"))];

    public IEnumerable<string> Keys() => _node.Children.Keys.Select(key => ScalarOf(key, key.ToString()).Value);

    /// <summary>Whether the value of a key is a list.</summary>
    public bool IsList(string key) => Required(key) is YamlSequenceNode;

    /// <summary>One of the named values, each with what it stands for.</summary>
    public T Choice<T>(string key, IReadOnlyDictionary<string, T> choices)
    {
        var text = Text(key);
        return choices.TryGetValue(text.Value, out var choice)
            ? choice
            : throw Mistake(text.Place, $"'{text.Value}' is not one of: {string.Join(", ", choices.Keys)}");
    }

    public static ReportDefinitionException Mistake(DefinitionPlace place, string problem) => new(place, problem);

    private IEnumerable<YamlNode> Sequence(string key) => Required(key) is YamlSequenceNode { Children.Count: > 0 } sequence
        ? sequence.Children
        : throw Mistake(PlaceOf(Required(key), key), "a list with at least one entry belongs here");

    private YamlNode Required(string key) => _node.Children.TryGetValue(new YamlScalarNode(key), out var node)
        ? node
        : throw Mistake(PlaceOf(_node, key), "this key is missing");

    private DefinitionText ScalarOf(YamlNode node, string key) => node is YamlScalarNode { Value: { Length: > 0 } value } scalar
        ? new DefinitionText(value, scalar.Style == ScalarStyle.Plain, PlaceOf(node, key))
        : throw Mistake(PlaceOf(node, key), "a text belongs here");

    private DefinitionMap MapOf(YamlNode node, string key) => node is YamlMappingNode map
        ? new DefinitionMap(_file, PlaceOf(node, key).Key, map)
        : throw Mistake(PlaceOf(node, key), "a mapping of keys to values belongs here");

    private DefinitionPlace PlaceOf(YamlNode node, string key) =>
        new(_file, Math.Max(1, (int)node.Start.Line), _key.Length == 0 ? key : $"{_key}.{key}");
}
