using Xunit;

namespace ControlStrategy.Api.Tests.Explorer;

public sealed class IntrospectionTests(RunningApp app) : IClassFixture<RunningApp>
{
    [Fact]
    public async Task The_fragments_of_an_introspection_query_may_nest_as_deep_as_tools_ask()
    {
        var data = await app.DataAsync("""
            query IntrospectionQuery { __schema { types { ...FullType } } }
            fragment FullType on __Type { name fields { args { ...InputValue } } }
            fragment InputValue on __InputValue { name type { ...TypeRef } }
            fragment TypeRef on __Type {
              kind ofType { kind ofType { kind ofType { kind ofType { kind ofType { kind ofType { kind ofType { kind ofType { kind ofType { kind name } } } } } } } } } }
            """);
        Assert.NotEqual(0, data.GetProperty("__schema").GetProperty("types").GetArrayLength());
    }
}
