using System.IO.Pipelines;
using ControlStrategy.GraphQL.Exporting;
using Xunit;

namespace ControlStrategy.GraphQL.Tests.Exporting;

/// <summary>Measures the memory of the whole process, so nothing else runs beside it.</summary>
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
public sealed class Alone;

[Collection(nameof(MemoryTests))]
public sealed class MemoryTests(ManyBooks library) : IClassFixture<ManyBooks>
{
    [Theory]
    [InlineData("")]
    [InlineData(", order: [{ pages: DESC }]")]
    public async Task Ten_times_the_rows_need_no_more_memory(string order)
    {
        await LargestAsync(10_000, order);
        var (ofSmall, small) = await LargestAsync(10_000, order);
        var (ofLarge, large) = await LargestAsync(100_000, order);

        Assert.Equal((10_001, 100_001), (small, large));
        // The rows of the larger file take 8 MB.
        Assert.InRange(ofLarge, 0, ofSmall + 1_000_000);
    }

    /// <summary>The most memory in use at any time, beside what was before, and the lines written.</summary>
    private async Task<(long Bytes, int Lines)> LargestAsync(int rows, string order)
    {
        var query = $"query ($rows: Int) {{ books(first: $rows{order}) {{ nodes {{ id title pages price publishedOn addedAt author {{ name }} genres {{ name }} }} }} }}";
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await using var export = await library.Engine.ExportAsync(
            new ExportRequest(query, null, new Dictionary<string, object?> { ["rows"] = rows }, ExportFormat.JsonLines), library.Services, CancellationToken.None);
        await using var target = new MeasuringStream(before);
        target.WriteByte((byte)'\n');
        await export.WriteAsync(PipeWriter.Create(target));
        return (target.Largest, target.Lines);
    }

    private sealed class MeasuringStream(long before) : MemoryStream
    {
        private long _measuredAt;
        private long _written;

        public long Largest { get; private set; }

        public int Lines { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Lines += buffer.Count((byte)'\n');
            _written += buffer.Length;
            if (_written - _measuredAt < 500_000) return;
            _measuredAt = _written;
            Largest = Math.Max(Largest, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Write(buffer.Span);
            return default;
        }

        public override void WriteByte(byte value) => Write([value]);
    }
}
