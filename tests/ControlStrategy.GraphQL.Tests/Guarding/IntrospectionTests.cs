using ControlStrategy.GraphQL.Tests.Library;
using Xunit;

namespace ControlStrategy.GraphQL.Tests.Guarding;

public sealed class IntrospectionTests(LibraryServer library) : IClassFixture<LibraryServer>
{
    /// <summary>What graphql-js and everything built on it asks of a schema, written anew.</summary>
    private const string WholeSchema = """
        query IntrospectionQuery {
          __schema {
            queryType { name kind }
            mutationType { name kind }
            subscriptionType { name kind }
            types { ...FullType }
            directives { name description locations args { ...InputValue } }
          }
        }
        fragment FullType on __Type {
          kind name description
          fields(includeDeprecated: true) { name description args { ...InputValue } type { ...TypeRef } isDeprecated deprecationReason }
          inputFields { ...InputValue }
          interfaces { ...TypeRef }
          enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
          possibleTypes { ...TypeRef }
        }
        fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue }
        fragment TypeRef on __Type {
          kind name
          ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name
            ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } } }
        }
        """;

    [Fact]
    public async Task Tools_read_the_whole_schema_in_one_query()
    {
        var schema = (await library.DataAsync(WholeSchema)).GetProperty("__schema");
        var book = schema.GetProperty("types").EnumerateArray().Single(type => type.GetProperty("name").GetString() == "Book");
        Assert.Contains(book.GetProperty("fields").EnumerateArray(), field => field.GetProperty("name").GetString() == "title");
    }
}
