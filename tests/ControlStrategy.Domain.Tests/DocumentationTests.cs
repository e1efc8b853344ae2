using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using ControlStrategy.Domain.Measures;
using Xunit;

namespace ControlStrategy.Domain.Tests;

/// <summary>The summaries are the descriptions of the GraphQL schema, so none may be missing.</summary>
public sealed class DocumentationTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Assembly Domain = typeof(Measure).Assembly;

    private static readonly Dictionary<string, XElement> Documentation = XDocument.Load(Path.ChangeExtension(Domain.Location, ".xml"))
        .Descendants("member").ToDictionary(member => (string)member.Attribute("name")!);

    [Fact]
    public void Every_public_type_and_member_has_a_summary()
    {
        var types = Domain.GetExportedTypes();
        Assert.True(types.Length > 40, "The domain's types were not found.");
        Assert.Empty(types.Where(type => !IsDocumented(TypeId(type))).Select(type => type.FullName));
        Assert.Empty(types.SelectMany(Members).Where(member => !IsDocumented(member)).Select(MemberId));
    }

    [Fact]
    public void A_noun_is_described_in_plain_text_of_one_or_two_short_sentences()
    {
        var nouns = Domain.GetExportedTypes().Where(type => type.IsEnum || type.GetProperty("Id") is not null).ToList();
        Assert.True(nouns.Count > 30, "The nouns were not found.");
        var elements = nouns.SelectMany(noun => noun.GetProperties().Select(MemberId).Append(TypeId(noun)));
        Assert.Equal([], elements.Where(id => !IsPlain(Documentation[id].Element("summary")!)));
    }

    private static bool IsPlain(XElement summary) =>
        summary is { HasElements: false, Value.Length: <= 160 }
        && summary.Value.EndsWith('.')
        && !summary.Value.Contains('\n', StringComparison.Ordinal);

    // What a compiler makes for records has nothing to say; accessors, operators and enum storage are special names.
    private static IEnumerable<MemberInfo> Members(Type type) => type.GetMembers(Declared).Where(member =>
        member is not (TypeInfo or ConstructorInfo)
        && !member.IsDefined(typeof(CompilerGeneratedAttribute))
        && member is not (MethodInfo { IsSpecialName: true } or FieldInfo { IsSpecialName: true }));

    private static bool IsDocumented(MemberInfo member) =>
        member is MethodInfo
            ? Documentation.Keys.Any(id => IsOverload(id, MemberId(member)) && IsDocumented(id))
            : IsDocumented(MemberId(member)) || IsRecordParameter(member);

    private static bool IsOverload(string id, string method) =>
        id == method || id.StartsWith(method + "(", StringComparison.Ordinal) || id.StartsWith(method + "``", StringComparison.Ordinal);

    private static bool IsRecordParameter(MemberInfo member) =>
        Documentation[TypeId(member.DeclaringType!)].Elements("param")
            .Any(parameter => (string?)parameter.Attribute("name") == member.Name && parameter.Value.Length > 0);

    private static bool IsDocumented(string id) =>
        Documentation.TryGetValue(id, out var member)
        && (member.Element("inheritdoc") is not null || !string.IsNullOrWhiteSpace(member.Element("summary")?.Value));

    private static string TypeId(Type type) => "T:" + type.FullName!.Replace('+', '.');

    private static string MemberId(MemberInfo member)
    {
        var kind = member switch { PropertyInfo => 'P', FieldInfo => 'F', EventInfo => 'E', _ => 'M' };
        return $"{kind}:{member.DeclaringType!.FullName!.Replace('+', '.')}.{member.Name}";
    }
}
