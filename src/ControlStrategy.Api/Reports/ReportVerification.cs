using System.Security.Cryptography;
using ControlStrategy.Reporting;
using ControlStrategy.Reporting.Comparing;
using ControlStrategy.Reporting.Definitions;

namespace ControlStrategy.Api.Reports;

/// <summary>Whether a pack that was given out can be produced again.</summary>
/// <param name="Matches">Whether the file produced now is the same, to the byte.</param>
/// <param name="Comparison">What differs between the pack and the file produced now.</param>
internal sealed record ReportVerdict(bool Matches, PackComparison Comparison);

/// <summary>Produces a pack again, of what was known when it was made, and compares.</summary>
internal sealed class ReportVerification(ReportRun run)
{
    /// <param name="file">The pack's content; it is seekable.</param>
    /// <param name="name">What messages call it.</param>
    /// <param name="cancellation">Stops producing.</param>
    /// <exception cref="ReportException">The file is no pack, or its report cannot be produced any more.</exception>
    public async Task<ReportVerdict> VerifyAsync(Stream file, string name, CancellationToken cancellation)
    {
        var pack = PackReader.Read(file, name);
        await using var again = await run.ProduceAsync(pack.Report, Arguments(pack), cancellation);
        var comparison = new PackComparison(pack, PackReader.Read(again, "The workbook produced now"));
        return new ReportVerdict(await AreSameAsync(file, again, cancellation), comparison);
    }

    /// <summary>The parameters of the pack; a report that can be asked for what was known is asked for that.</summary>
    private Dictionary<string, string> Arguments(Pack pack)
    {
        var arguments = new Dictionary<string, string>(pack.Parameters, StringComparer.Ordinal);
        var moment = run.OpenCatalogue().Load(pack.Report).Parameters.FirstOrDefault(parameter => parameter.Type is ParameterType.Moment);
        if (moment is not null && pack.DataAsAt is { } asAt) arguments[moment.Name] = ParameterDefinition.Written(asAt);
        return arguments;
    }

    private static async Task<bool> AreSameAsync(Stream one, Stream other, CancellationToken cancellation)
    {
        var (first, second) = (await HashAsync(one, cancellation), await HashAsync(other, cancellation));
        return first.AsSpan().SequenceEqual(second);
    }

    private static async Task<byte[]> HashAsync(Stream file, CancellationToken cancellation)
    {
        file.Position = 0;
        return await SHA256.HashDataAsync(file, cancellation);
    }
}
