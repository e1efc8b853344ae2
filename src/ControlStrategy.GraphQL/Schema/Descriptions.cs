using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ControlStrategy.GraphQL.Schema;

/// <summary>The XML summaries of C# members, which are the schema's descriptions: said once.</summary>
internal static partial class Descriptions
{
    private static readonly ConcurrentDictionary<Assembly, Dictionary<string, string>> Summaries = new();

    public static string? Of(Type type) => Find(type.Assembly, "T:" + Id(type));

    public static string? Of(MemberInfo member) =>
        Find(member.DeclaringType!.Assembly, (member is FieldInfo ? "F:" : "P:") + Id(member.DeclaringType) + "." + member.Name);

    private static string Id(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static string? Find(Assembly assembly, string id) => Summaries.GetOrAdd(assembly, Read).GetValueOrDefault(id);

    private static Dictionary<string, string> Read(Assembly assembly)
    {
        var file = Path.ChangeExtension(Path.Combine(AppContext.BaseDirectory, Path.GetFileName(assembly.Location)), ".xml");
        if (!File.Exists(file)) return [];
        return XDocument.Load(file).Descendants("member")
            .Where(member => member.Element("summary") is not null)
            .ToDictionary(member => member.Attribute("name")!.Value, member => Text(member.Element("summary")!), StringComparer.Ordinal);
    }

    private static string Text(XElement summary) => WhiteSpace().Replace(string.Concat(summary.Nodes().Select(Text)), " ").Trim();

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement element when element.Attribute("cref") is { } cref => Names.Camel(cref.Value[(cref.Value.LastIndexOfAny(['.', ':']) + 1)..]),
        XElement element when element.Attribute("name") is { } name => name.Value,
        XElement { Name.LocalName: "c" } element => "`" + element.Value + "`",
        XElement element => string.Concat(element.Nodes().Select(Text)),
        _ => "",
    };

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
