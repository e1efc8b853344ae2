using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace ControlStrategy.GraphQL.Json;

/// <summary>Finished UTF-8 JSON in a pooled array. Commas and names are the caller's: they are known when a plan is made.</summary>
/// <param name="maximumBytes">The most bytes of an answer.</param>
/// <param name="takenBytes">How many of them are taken by others.</param>
internal sealed class JsonBuffer(int maximumBytes = int.MaxValue, int takenBytes = 0) : IDisposable
{
    private const int MaximumBytesPerCharacter = 6;
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(4_096);

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, Length);

    public ReadOnlySpan<byte> Slice(int start, int end) => _bytes.AsSpan(start, end - start);

    public void Raw(ReadOnlySpan<byte> json)
    {
        json.CopyTo(Free(json.Length));
        Length += json.Length;
    }

    /// <summary>Begins anew with the same memory.</summary>
    public void Clear() => Length = 0;

    public void Null() => Raw("null"u8);

    public void Boolean(bool value) => Raw(value ? "true"u8 : "false"u8);

    /// <summary>A number in its shortest form that reads back the same; what JSON cannot hold becomes null.</summary>
    public void Number(double value)
    {
        if (double.IsFinite(value)) Format(value, "R");
        else Null();
    }

    public void Number(decimal value) => Format(value, default);

    public void Number(long value) => Format(value, default);

    /// <summary>Text that needs no escaping: a day, a moment, an identifier.</summary>
    public void Plain<T>(T value, ReadOnlySpan<char> format) where T : IUtf8SpanFormattable
    {
        Raw("\""u8);
        Format(value, format);
        Raw("\""u8);
    }

    public void Text(string value)
    {
        var free = Free(value.Length * 3 + 2);
        var count = Encoding.UTF8.GetBytes(value, free[1..]);
        if (JavaScriptEncoder.UnsafeRelaxedJsonEscaping.FindFirstCharacterToEncodeUtf8(free.Slice(1, count)) >= 0)
        {
            Escaped(free.Slice(1, count).ToArray());
            return;
        }
        free[0] = (byte)'"';
        free[count + 1] = (byte)'"';
        Length += count + 2;
    }

    /// <summary>Text that is UTF-8 already.</summary>
    public void Text(ReadOnlySpan<byte> utf8)
    {
        if (JavaScriptEncoder.UnsafeRelaxedJsonEscaping.FindFirstCharacterToEncodeUtf8(utf8) >= 0)
        {
            Escaped(utf8);
            return;
        }
        var free = Free(utf8.Length + 2);
        free[0] = (byte)'"';
        utf8.CopyTo(free[1..]);
        free[utf8.Length + 1] = (byte)'"';
        Length += utf8.Length + 2;
    }

    public void Dispose()
    {
        if (_bytes.Length == 0) return;
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
    }

    private void Escaped(ReadOnlySpan<byte> text)
    {
        Raw("\""u8);
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping.EncodeUtf8(text, Free(text.Length * MaximumBytesPerCharacter), out _, out var written);
        Length += written;
        Raw("\""u8);
    }

    private void Format<T>(T value, ReadOnlySpan<char> format) where T : IUtf8SpanFormattable
    {
        value.TryFormat(Free(64), out var written, format, CultureInfo.InvariantCulture);
        Length += written;
    }

    private Span<byte> Free(int count)
    {
        if (_bytes.Length - Length < count) Grow(count);
        return _bytes.AsSpan(Length);
    }

    /// <exception cref="RequestException">The answer is over its limit.</exception>
    private void Grow(int count)
    {
        if ((long)takenBytes + Length + count > maximumBytes) throw Errors.AnswerTooLarge(maximumBytes);
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, Length + count));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
