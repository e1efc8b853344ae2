using System.Globalization;
using System.IO.Compression;

namespace ControlStrategy.Api.Tests.Hostile;

/// <summary>Requests that exhaust servers. Most are tried twice: as large as somebody would send them, and as large as the cheaper limits let them in.</summary>
internal static class HostileCorpus
{
    private const string ByFilter = "query ($w: InitiativeFilterInput) { initiatives(where: $w) { totalCount } }";
    private const string ByIn = "query ($v: [String]) { initiatives(where: { code: { in: $v } }) { totalCount } }";
    private const string ByFirst = "query ($n: Int) { initiatives(first: $n) { totalCount } }";

    public static IReadOnlyList<HostileRequest> All { get; } = [.. Fragments(), .. Fields(), .. Nesting(), .. Introspection(), .. Values(), .. Texts(), .. Bodies()];

    private static IEnumerable<HostileRequest> Fragments()
    {
        yield return HostileRequest.Document("1,200 fragments in a chain", "DOCUMENT_TOO_LONG", Chain(1_200));
        yield return HostileRequest.Document("900 fragments in a chain", "TOO_MANY_TOKENS", Chain(900));
        yield return HostileRequest.Document("100 fragments in a chain", "TOO_MANY_FRAGMENTS", Chain(100));
        yield return HostileRequest.Document("25 fragments in a chain", "FRAGMENT_CHAIN_TOO_LONG", Chain(25));
        yield return HostileRequest.Document("fragments that double 25 times", "FRAGMENT_CHAIN_TOO_LONG", Chain(25, uses: 2));
        yield return HostileRequest.Document("fragments that grow tenfold 7 times", "TOO_MANY_SAME_FIELDS", Chain(7, uses: 10));
        yield return HostileRequest.Document("inline fragments in fragments", "TOO_MANY_SAME_FIELDS", Chain(6, uses: 4, " ... { ... { ... { id } } }"));
        yield return HostileRequest.Document("a fragment inside itself", "NO_FRAGMENT_CYCLES", "{ initiatives { nodes { ...f } } } fragment f on Initiative { children { nodes { ...f } } }");
        yield return HostileRequest.Document("an unused fragment inside itself", "NO_FRAGMENT_CYCLES", "{ initiatives { totalCount } } fragment f on Initiative { ...g } fragment g on Initiative { ...f }");
    }

    private static IEnumerable<HostileRequest> Fields()
    {
        yield return HostileRequest.Document("20,000 directives", "DOCUMENT_TOO_LONG", $"{{ initiatives {Repeat("@a", 20_000)} {{ totalCount }} }}");
        yield return HostileRequest.Document("900 directives", "TOO_MANY_DIRECTIVES", $"{{ initiatives {Repeat("@a", 900)} {{ totalCount }} }}");
        yield return HostileRequest.Document("directives on 30 fields", "TOO_MANY_DIRECTIVES", $"{{ initiatives {{ nodes {{ {Repeat("id @skip(if: false) ", 30)} }} }} }}");
        yield return HostileRequest.Document("6,000 times the same field", "TOO_MANY_TOKENS", $"{{ initiatives {{ nodes {{ {Repeat("id ", 6_000)} }} }} }}");
        yield return HostileRequest.Document("400 times the same field", "TOO_MANY_SAME_FIELDS", $"{{ initiatives {{ nodes {{ {Repeat("id ", 400)} }} }} }}");
        yield return HostileRequest.Document("the same field in 300 inline fragments", "TOO_MANY_SAME_FIELDS", $"{{ initiatives {{ nodes {{ {Repeat("... { id } ", 300)} }} }} }}");
        yield return HostileRequest.Document("700 fields", "TOO_MANY_FIELDS", $"{{ initiatives {{ nodes {{ {Each(700, "x{0}")} }} }} }}");
        yield return HostileRequest.Document("400 unknown fields", null, $"{{ initiatives {{ nodes {{ {Each(400, "cod{0}")} }} }} }}");
        yield return HostileRequest.Document("200 aliases", "TOO_MANY_ALIASES", $"{{ {Each(200, "a{0}: initiatives { totalCount }")} }}");
        yield return HostileRequest.Document("20 root fields", "TOO_MANY_ROOT_FIELDS", $"{{ {Each(20, "a{0}: initiatives { totalCount }")} }}");
        yield return HostileRequest.Document("10,000 operations", "TOO_MANY_TOKENS", Repeat("{a}", 10_000));
        yield return HostileRequest.Document("600 operations", null, Each(600, "{ x{0} }"));
        yield return HostileRequest.Document("pages inside pages", "TOO_MANY_CELLS", "{ initiatives(first: 1000) { nodes { children(first: 1000) { nodes { children(first: 1000) { nodes { id } } } } } } }");
    }

    private static IEnumerable<HostileRequest> Nesting()
    {
        yield return HostileRequest.Document("2,000 fields inside one another", "TOO_MANY_TOKENS", Repeat("{a", 2_000));
        yield return HostileRequest.Document("900 fields inside one another", "DOCUMENT_TOO_DEEP", Repeat("{a", 900));
        yield return HostileRequest.Document("20 fields inside one another", "SELECTION_TOO_DEEP", Repeat("{parent", 20) + "{id" + new string('}', 21));
        yield return HostileRequest.Document("10,000 lists inside one another", "TOO_MANY_TOKENS", $"{{ initiatives(where: {Repeat("[", 10_000)}");
        yield return HostileRequest.Document("900 lists inside one another", "DOCUMENT_TOO_DEEP", $"{{ initiatives(where: {Repeat("[", 900)}");
        yield return HostileRequest.Document("a type of 900 lists", "DOCUMENT_TOO_DEEP", $"query ($v: {Repeat("[", 900)}Int");
        yield return HostileRequest.Document("a filter 200 deep", "DOCUMENT_TOO_DEEP", $"{{ initiatives(where: {Filter(200, "and:", "code:")}) {{ totalCount }} }}");
        yield return HostileRequest.Document("a filter 12 deep", "FILTER_TOO_DEEP", $"{{ initiatives(where: {Filter(12, "and:", "code:")}) {{ totalCount }} }}");
        yield return HostileRequest.Document("a filter 10,000 deep by variable", "BAD_REQUEST", ByFilter, $$"""{"w":{{Filter(10_000, "\"and\":", "\"code\":")}}}""");
        yield return HostileRequest.Document("a filter 25 deep by variable", "FILTER_TOO_DEEP", ByFilter, $$"""{"w":{{Filter(25, "\"and\":", "\"code\":")}}}""");
        yield return HostileRequest.Document("a filter of 5,000 parts by variable", "VARIABLES_TOO_LARGE", ByFilter, $$$"""{"w":{"or":[{{{string.Join(',', Enumerable.Repeat("{\"code\":{\"eq\":\"a\"}}", 5_000))}}}] } }""");
        yield return HostileRequest.Document("a filter of 80,000 empty parts by variable", "VARIABLES_TOO_LARGE", ByFilter, $$"""{"w":{"or":[{{Repeat("{},", 80_000)}}{}] } }""");
        yield return HostileRequest.Document("a filter of 900 empty parts", "TOO_MANY_PREDICATES", $"{{ initiatives(where: {{ or: [{Repeat("{}", 900)}] }}) {{ totalCount }} }}");
        yield return HostileRequest.Document("a filter of 900 empty comparisons", "TOO_MANY_PREDICATES", $"{{ initiatives(where: {{ code: {{ or: [{Repeat("{}", 900)}] }} }}) {{ totalCount }} }}");
        yield return HostileRequest.Document("an order of 900 keys", null, $"{{ initiatives(order: [{Repeat("{code:ASC}", 450)}]) {{ totalCount }} }}");
        yield return HostileRequest.Text("variables 100,000 deep", "BAD_REQUEST", $$$"""{"query":"{a}","variables":{"v":{{{Repeat("[", 100_000)}}}""");
        yield return HostileRequest.Text("extensions 1,000 deep", "BAD_REQUEST", $$$"""{"query":"{a}","extensions":{"v":{{{Repeat("[", 1_000) + Repeat("]", 1_000)}}} } }""");
    }

    private static IEnumerable<HostileRequest> Introspection()
    {
        yield return HostileRequest.Document("types of fields of types", "INTROSPECTION_TOO_DEEP", "{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }");
        yield return HostileRequest.Document("possible types of interfaces of input fields", "INTROSPECTION_TOO_DEEP", "{ __type(name: \"Query\") { inputFields { type { interfaces { possibleTypes { name } } } } } }");
        yield return HostileRequest.Document("ofType 20 deep", "INTROSPECTION_TOO_DEEP", $"{{ __schema {{ types {{ {Repeat("ofType { ", 20)} name {Repeat("}", 20)} }} }} }}");
        yield return HostileRequest.Document("the schema twice", "INTROSPECTION_TOO_DEEP", "{ __schema { types { name } } s: __schema { types { name } } }");
        yield return HostileRequest.Document("fields under many names", "INTROSPECTION_TOO_DEEP", $"{{ __schema {{ types {{ {Each(20, "f{0}: fields { type { fields { name } } }")} }} }} }}");
    }

    private static IEnumerable<HostileRequest> Values()
    {
        foreach (var (number, code) in new[] { ("-1", "PAGE_SIZE"), ("1001", "PAGE_SIZE"), ("2147483648", null), ("1e400", null), (new string('9', 900), null) })
        {
            yield return HostileRequest.Document($"first: {Shown(number)}", code, $"{{ initiatives(first: {number}) {{ totalCount }} }}");
            yield return HostileRequest.Document($"first: {Shown(number)} by variable", code, ByFirst, $$"""{"n":{{number}}}""");
        }
        yield return HostileRequest.Document("a number of 200,000 digits by variable", "VARIABLES_TOO_LARGE", ByFirst, $$"""{"n":{{new string('9', 200_000)}}}""");
        yield return HostileRequest.Document("40,000 values in 'in'", "TOO_MANY_TOKENS", $"{{ surveyWaves(where: {{ id: {{ in: [{Repeat("1 ", 13_000)}] }} }}) {{ totalCount }} }}");
        yield return HostileRequest.Document("40,000 values in 'in' by variable", "TOO_MANY_IN_VALUES", ByIn, $$"""{"v":[{{string.Join(',', Enumerable.Repeat("\"a\"", 40_000))}}]}""");
        yield return HostileRequest.Document("40,000 numbers in 'in' of texts by variable", null, ByIn, $$"""{"v":[{{string.Join(',', Enumerable.Repeat("1", 40_000))}}]}""");
        yield return HostileRequest.Document("400 variables of unknown types", null, $"query ({Each(400, "$v{0}: Initiativ{0} ")}) {{ initiatives {{ totalCount }} }}");
    }

    private static IEnumerable<HostileRequest> Texts()
    {
        yield return HostileRequest.Document("a text of 30,000 characters without end", "LINE_TOO_LONG", "{ initiatives(after: \"" + new string('x', 30_000));
        yield return HostileRequest.Document("a block text of 30,000 lines without end", "LITERAL_TOO_LONG", "{ initiatives(after: \"\"\"" + new string('\n', 30_000));
        yield return HostileRequest.Document("a text without end", "SYNTAX_ERROR", "{ initiatives(after: \"" + new string('x', 3_000));
        yield return HostileRequest.Document("a block text without end", "SYNTAX_ERROR", "{ initiatives(after: \"\"\"" + new string('\n', 3_000));
        yield return HostileRequest.Document("a mistake in column 30,000", "LINE_TOO_LONG", "{ initiatives" + new string(' ', 30_000) + ")");
        yield return HostileRequest.Document("a mistake in column 8,000", "SYNTAX_ERROR", "{ initiatives" + new string(' ', 8_000) + ")");
        yield return HostileRequest.Document("a block text of 15,000 lines", "LITERAL_TOO_LONG", $"{{ initiatives(where: {{ code: {{ eq: \"\"\"{Repeat("a\n", 15_000)}\"\"\" }} }}) {{ totalCount }} }}");
        yield return HostileRequest.Document("a text of 4,000 characters as a cursor", "INVALID_CURSOR", $"{{ initiatives(after: \"{new string('A', 4_000)}\") {{ totalCount }} }}");
        yield return HostileRequest.Document("a name of 5,000 characters", "NAME_TOO_LONG", $"{{ {new string('a', 5_000)} }}");
        yield return HostileRequest.Document("30,000 comments", null, Repeat("#\n", 15_000) + "{ nothing }");
        yield return HostileRequest.Document("NUL in a document", "SYNTAX_ERROR", "{ initiatives\0 { totalCount } }");
        yield return HostileRequest.Text("half a surrogate pair", "BAD_REQUEST", """{"query":"{ initiatives(after: \"\ud800\") { totalCount } }"}""");
        yield return HostileRequest.Text("half a surrogate pair in a variable", "BAD_REQUEST", """{"query":"{ initiatives { totalCount } }","variables":{"v":"\udc00"}}""");
        yield return new HostileRequest("bytes that are not UTF-8", [.. "{\"query\":\""u8, 0xC3, 0x28, 0xFF, .. "\"}"u8], "BAD_REQUEST");
        yield return HostileRequest.Document("a refusal that quotes 4,000 characters", null, $"{{ initiatives(first: \"{new string('q', 4_000)}\") {{ totalCount }} }}");
    }

    private static IEnumerable<HostileRequest> Bodies()
    {
        var large = $$"""{"query":"{ a }","variables":{"v":"{{new string('x', 1_000_000)}}"} }""";
        yield return HostileRequest.Text("a body of 1 MB", "BODY_TOO_LARGE", large);
        yield return HostileRequest.Text("a body of 1 MB in chunks", "BODY_TOO_LARGE", large) with { IsChunked = true };
        yield return HostileRequest.Text("a body of 4 MB", "BODY_TOO_LARGE", new string(' ', 4_000_000));
        yield return HostileRequest.Text("a batch of 1,000", "BAD_REQUEST", "[" + string.Join(',', Enumerable.Repeat("{\"query\":\"{a}\"}", 1_000)) + "]");
        yield return HostileRequest.Text("an empty batch", "BAD_REQUEST", "[]");
        yield return HostileRequest.Text("nothing", "BAD_REQUEST", "");
        yield return HostileRequest.Text("a query that is an object", "BAD_REQUEST", """{"query":{"a":1}}""");
        yield return HostileRequest.Bomb("gzip", stream => new GZipStream(stream, CompressionLevel.SmallestSize, leaveOpen: true), 200);
        yield return HostileRequest.Bomb("br", stream => new BrotliStream(stream, CompressionLevel.Fastest, leaveOpen: true), 200);
        yield return HostileRequest.Bomb("deflate", stream => new ZLibStream(stream, CompressionLevel.SmallestSize, leaveOpen: true), 200);
        yield return HostileRequest.Packed("gzip", HostileRequest.CutGzip("""{"query":"{ initiatives { totalCount } }"}"""), "BAD_REQUEST");
        yield return HostileRequest.Packed("br", [1, 2, 3, 4, 5, 6, 7, 8], "BAD_REQUEST");
        yield return HostileRequest.Packed("zstd", [1, 2, 3], "UNSUPPORTED_MEDIA_TYPE");
    }

    private static string Chain(int length, int uses = 1, string end = " id")
    {
        var fragments = Enumerable.Range(0, length).Select(i => string.Create(CultureInfo.InvariantCulture, $"fragment f{i} on Area{{{Repeat($"...f{i + 1} ", uses)}}}"));
        return "{areas{nodes{...f0}}}" + string.Join('\n', fragments) + string.Create(CultureInfo.InvariantCulture, $"fragment f{length} on Area{{{end}}}");
    }

    private static string Filter(int depth, string combiner, string member)
    {
        var comparison = member.Contains('"', StringComparison.Ordinal) ? """{"eq":"a"}""" : "{eq:\"a\"}";
        return Repeat($"{{{combiner}[", depth) + $"{{{member}{comparison}}}" + Repeat("]}", depth);
    }

    /// <summary>In lines that are not too long themselves.</summary>
    private static string Repeat(string text, int times) => string.Join('\n', Enumerable.Repeat(text, times).Chunk(200).Select(texts => string.Concat(texts)));

    private static string Each(int times, string text) =>
        string.Join('\n', Enumerable.Range(0, times).Select(i => text.Replace("{0}", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)));

    private static string Shown(string number) => number.Length < 20 ? number : $"{number.Length} digits";
}
