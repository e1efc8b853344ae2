using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ControlStrategy.GraphQL.Filtering;

namespace ControlStrategy.GraphQL.Paging;

/// <summary>Makes cursors that only this server can make, each good for one list with one filter and order.</summary>
internal sealed class CursorSigner(Func<byte[]> readKey)
{
    private const int TagBytes = 16;
    private readonly Lazy<byte[]> _key = new(readKey, LazyThreadSafetyMode.PublicationOnly);

    /// <summary>What a cursor is good for: the list, its order and its filter with values.</summary>
    public static byte[] Scope(string list, string shape, IEnumerable<object?> values) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(list + "\n" + shape + "\n" + JsonSerializer.Serialize(values)));

    /// <param name="scope">What the cursor is good for.</param>
    /// <param name="sortValues">Where it stands in the order.</param>
    /// <param name="jump">For the cursor of a numbered page: what it passes over; null for the place itself.</param>
    public string Encode(byte[] scope, object?[] sortValues, PageJump? jump)
    {
        var payload = JsonSerializer.SerializeToUtf8Bytes(jump is null ? sortValues : [.. sortValues, jump.SkippedPages, jump.Rows]);
        return Base64Url.EncodeToString([.. Tag(scope, payload), .. payload]);
    }

    /// <exception cref="RequestException">The text was not made by <see cref="Encode"/> for this scope.</exception>
    public (object?[] SortValues, PageJump? Jump) Decode(byte[] scope, string cursor, string argument, IReadOnlyList<Type> keyTypes)
    {
        if (!Base64Url.IsValid(cursor)) throw Errors.Cursor(argument);
        var bytes = Base64Url.DecodeFromChars(cursor);
        if (bytes.Length <= TagBytes) throw Errors.Cursor(argument);
        var payload = bytes.AsSpan(TagBytes);
        if (!CryptographicOperations.FixedTimeEquals(bytes.AsSpan(0, TagBytes), Tag(scope, payload))) throw Errors.Cursor(argument);
        using var document = JsonDocument.Parse(payload.ToArray());
        var values = document.RootElement.EnumerateArray().ToList();
        // Made by a version that wrote something else.
        if (values.Count - keyTypes.Count is not (0 or 2)) throw Errors.Cursor(argument);
        var jump = values.Count > keyTypes.Count ? new PageJump(values[^2].GetInt32(), values[^1].GetInt32()) : null;
        return ([.. keyTypes.Select((type, index) => Read(values[index], type))], jump);
    }

    private static object? Read(JsonElement value, Type type) => value.ValueKind == JsonValueKind.Null ? null : Values.Convert(value.Deserialize(type)!, type);

    private byte[] Tag(byte[] scope, ReadOnlySpan<byte> payload) => HMACSHA256.HashData(_key.Value.AsSpan(), [.. scope, .. payload])[..TagBytes];
}

/// <summary>What the cursor of a numbered page passes over. Pages have numbers only by their size, so it is good for that size.</summary>
/// <param name="SkippedPages">How many pages lie between the cursor and the page it asks for.</param>
/// <param name="Rows">Rows of a page.</param>
internal sealed record PageJump(int SkippedPages, int Rows);
