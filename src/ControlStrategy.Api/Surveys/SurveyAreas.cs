using ControlStrategy.Api.Analytics.Scorecards;
using ControlStrategy.Data;
using ControlStrategy.Domain.Areas;
using ControlStrategy.GraphQL;

namespace ControlStrategy.Api.Surveys;

/// <summary>The areas a survey is asked for.</summary>
/// <param name="Ids">Keys of the asked areas, in the order they were asked for, each once.</param>
/// <param name="NationId">Key of the nation.</param>
internal sealed record SurveyAreas(IReadOnlyList<int> Ids, int NationId)
{
    /// <summary>Keys of the asked areas and of the nation, which they are compared with.</summary>
    public IReadOnlyList<int> WithNation => [.. Ids.Append(NationId).Distinct()];

    /// <summary>Finds areas as a scorecard does.</summary>
    /// <exception cref="RequestException">UNKNOWN_AREA: no area goes, or went, by such a code.</exception>
    public static async Task<SurveyAreas> ReadAsync(StrategyContext context, IReadOnlyList<string>? codes, AreaLevel? level, CancellationToken cancellation)
    {
        var known = await KnownAreas.ReadAsync(context, cancellation);
        return new SurveyAreas(await known.AskedAsync(context, codes, level, cancellation), known.OfLevel(AreaLevel.Nation, null)[0]);
    }
}
