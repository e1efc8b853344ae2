using System.Text.Json;

namespace ControlStrategy.GraphQL.Json;

/// <summary>Names encoded once, when a plan is made.</summary>
internal static class JsonNames
{
    /// <summary><c>"name":</c>, with a comma before all but the first member.</summary>
    public static byte[] Member(string name, bool isFirst) =>
        [.. isFirst ? ""u8 : ","u8, (byte)'"', .. JsonEncodedText.Encode(name).EncodedUtf8Bytes, (byte)'"', (byte)':'];

    /// <summary><c>"text"</c></summary>
    public static byte[] Text(string text) => [(byte)'"', .. JsonEncodedText.Encode(text).EncodedUtf8Bytes, (byte)'"'];
}
