using System.Buffers;
using ControlStrategy.GraphQL.Execution;
using GraphQL;
using Microsoft.AspNetCore.Http;

namespace ControlStrategy.GraphQL.Http;

/// <summary>Writes an answer that is finished JSON but for its braces: one write, of known length.</summary>
internal static class FinishedAnswer
{
    private static readonly byte[] Null = "null"u8.ToArray();

    /// <summary>The answer's data; null where it has errors too, which the serializer writes.</summary>
    public static FinishedData? Of(ExecutionResult result) => result.Errors is null or { Count: 0 } ? result.Data as FinishedData : null;

    public static async Task WriteAsync(HttpResponse response, FinishedData data, CancellationToken cancellation)
    {
        response.ContentLength = Begin.Length + End.Length + Length(data);
        Copy(data, response.BodyWriter);
        await response.BodyWriter.FlushAsync(cancellation);
    }

    private static ReadOnlySpan<byte> Begin => "{\"data\":{"u8;

    private static ReadOnlySpan<byte> End => "}}"u8;

    private static int Length(FinishedData data)
    {
        var length = 0;
        foreach (var (_, member, value) in data.Fields)
            length += member.Length + (value?.Length ?? Null.Length);
        return length;
    }

    private static void Copy(FinishedData data, IBufferWriter<byte> target)
    {
        target.Write(Begin);
        foreach (var (_, member, value) in data.Fields)
        {
            target.Write(member);
            target.Write(value is null ? Null : value.Written);
        }
        target.Write(End);
        data.Dispose();
    }
}
