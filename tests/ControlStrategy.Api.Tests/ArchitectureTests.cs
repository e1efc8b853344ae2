using System.Reflection;
using System.Xml.Linq;
using ControlStrategy.Api.Composition;
using ControlStrategy.Data;
using ControlStrategy.Domain.Measures;
using ControlStrategy.GraphQL;
using ControlStrategy.Reporting;
using ControlStrategy.Testing;
using Xunit;

namespace ControlStrategy.Api.Tests;

/// <summary>The dependency rules. Each rule fails when it finds nothing to look at.</summary>
public sealed class ArchitectureTests
{
    private static readonly Assembly Domain = typeof(Measure).Assembly;
    private static readonly Assembly Data = typeof(StrategyContext).Assembly;
    private static readonly Assembly Engine = typeof(GraphQLEngine).Assembly;
    private static readonly Assembly Reporting = typeof(ReportComposer).Assembly;
    private static readonly Assembly Api = typeof(Application).Assembly;

    [Fact]
    public void Domain_knows_no_framework()
    {
        Assert.NotEmpty(Domain.GetTypes());
        Assert.All(References(Domain), name => Assert.True(
            name.StartsWith("System", StringComparison.Ordinal) || name is "netstandard" or "mscorlib" or "MathNet.Numerics", name));
    }

    [Fact]
    public void Data_engine_and_reporting_are_blind_to_one_another()
    {
        Assert.Equal(["ControlStrategy.Domain"], References(Data).Where(IsOurs));
        Assert.DoesNotContain(References(Engine), IsOurs);
        Assert.DoesNotContain(References(Reporting), IsOurs);
        Assert.All([Data, Engine, Reporting], assembly => Assert.NotEmpty(assembly.GetTypes()));
    }

    [Fact]
    public void Only_the_api_knows_all() =>
        Assert.Equal(["ControlStrategy.Data", "ControlStrategy.Domain", "ControlStrategy.GraphQL", "ControlStrategy.Reporting"], References(Api).Where(IsOurs).Order(StringComparer.Ordinal));

    [Fact]
    public void Reporting_knows_no_database_and_no_graphql()
    {
        var names = References(Reporting);
        Assert.Contains("ClosedXML", names);
        Assert.DoesNotContain(names, name => name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) || name.StartsWith("GraphQL", StringComparison.Ordinal));
    }

    [Fact]
    public void The_engine_speaks_no_noun_of_ours()
    {
        var nouns = Domain.GetTypes().Where(type => type is { IsPublic: true, IsClass: true, IsAbstract: false } && type.GetProperty("Id") is not null).Select(type => type.Name).ToList();
        Assert.Contains("Measure", nouns);
        var names = Engine.GetTypes().Select(type => type.Name).ToList();
        Assert.NotEmpty(names);
        Assert.Empty(names.Intersect(nouns, StringComparer.Ordinal));
    }

    [Fact]
    public void Project_references_are_exactly_these()
    {
        var references = Directory.EnumerateFiles(Path.Combine(Checkout.Folder, "src"), "*.csproj", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => XDocument.Load(file).Descendants("ProjectReference")
                .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'))).Order(StringComparer.Ordinal).ToArray());
        Assert.Equal(5, references.Count);
        Assert.Empty(references["ControlStrategy.Domain"]);
        Assert.Equal(["ControlStrategy.Domain"], references["ControlStrategy.Data"]);
        Assert.Empty(references["ControlStrategy.GraphQL"]);
        Assert.Empty(references["ControlStrategy.Reporting"]);
        Assert.Equal(["ControlStrategy.Data", "ControlStrategy.Domain", "ControlStrategy.GraphQL", "ControlStrategy.Reporting"], references["ControlStrategy.Api"]);
    }

    [Fact]
    public void Classes_are_sealed_unless_something_derives_from_them()
    {
        Type[] types = [.. new[] { Domain, Data, Engine, Reporting, Api }.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsClass: true, IsNested: false } && type.Namespace?.StartsWith("ControlStrategy", StringComparison.Ordinal) == true
                && !type.Namespace.EndsWith(".Migrations", StringComparison.Ordinal))];
        Assert.True(types.Length > 100);
        var open = types.Where(type => type is { IsSealed: false, IsAbstract: false } && !types.Any(other => other.BaseType == type || other.BaseType?.IsGenericType == true && other.BaseType.GetGenericTypeDefinition() == type));
        Assert.Empty(open.Select(type => type.FullName));
    }

    [Fact]
    public void The_program_is_a_table_of_contents() =>
        Assert.InRange(Checkout.Read("src", "ControlStrategy.Api", "Program.cs").Split('\n').Length, 1, 40);

    private static List<string> References(Assembly assembly)
    {
        var names = assembly.GetReferencedAssemblies().Select(name => name.Name!).ToList();
        Assert.NotEmpty(names);
        return names;
    }

    private static bool IsOurs(string name) => name.StartsWith("ControlStrategy.", StringComparison.Ordinal);
}
