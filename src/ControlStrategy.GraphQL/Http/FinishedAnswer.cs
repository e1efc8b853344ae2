using System.Buffers;
using System.IO.Pipelines;
using ControlStrategy.GraphQL.Execution;
using GraphQL;
using Microsoft.AspNetCore.Http;

namespace ControlStrategy.GraphQL.Http;

/// <summary>Writes an answer that is finished JSON but for its braces: one write where it is small, of known length always.</summary>
internal static class FinishedAnswer
{
    private const int ChunkBytes = 64 * 1024;
    private static readonly byte[] Null = "null"u8.ToArray();

    /// <summary>The answer's data; null where it has errors too, which the serializer writes.</summary>
    public static FinishedData? Of(ExecutionResult result) => result.Errors is null or { Count: 0 } ? result.Data as FinishedData : null;

    /// <summary>Whether the answer is more than a connection takes at once, so that a slow client holds it up.</summary>
    public static bool IsLarge(ExecutionResult result) => result.Data is FinishedData data && Length(data) > ChunkBytes;

    /// <summary>Writes it and gives its memory back.</summary>
    /// <exception cref="OperationCanceledException">The client has gone, or is too slow.</exception>
    public static async Task WriteAsync(HttpResponse response, FinishedData data, CancellationToken cancellation)
    {
        using (data)
        {
            var length = Begin.Length + End.Length + Length(data);
            response.ContentLength = length;
            if (length > ChunkBytes) await WriteLargeAsync(response.BodyWriter, data, cancellation);
            else Copy(data, response.BodyWriter);
            await response.BodyWriter.FlushAsync(cancellation);
        }
    }

    /// <summary>A part at a time: the next one when the client has taken enough.</summary>
    private static async Task WriteLargeAsync(PipeWriter target, FinishedData data, CancellationToken cancellation)
    {
        target.Write(Begin);
        foreach (var (_, member, value) in data.Fields)
        {
            target.Write(member);
            var rest = value?.WrittenMemory ?? Null;
            for (; rest.Length > ChunkBytes; rest = rest[ChunkBytes..])
                await target.WriteAsync(rest[..ChunkBytes], cancellation);
            await target.WriteAsync(rest, cancellation);
        }
        target.Write(End);
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
    }
}
