using ControlStrategy.Data;
using ControlStrategy.Domain.Areas;
using ControlStrategy.GraphQL;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Api.Surveys;

/// <summary>The areas a survey is asked for.</summary>
/// <param name="Ids">Keys of the asked areas, in the order they were asked for, each once.</param>
/// <param name="NationId">Key of the nation.</param>
internal sealed record SurveyAreas(IReadOnlyList<int> Ids, int NationId)
{
    /// <summary>Keys of the asked areas and of the nation, which they are compared with.</summary>
    public IReadOnlyList<int> WithNation => [.. Ids.Append(NationId).Distinct()];

    /// <summary>Finds areas in one statement; neither names nor a level mean the nation.</summary>
    /// <exception cref="RequestException">UNKNOWN_AREA: no area goes, or went, by such a name.</exception>
    public static async Task<SurveyAreas> ReadAsync(StrategyContext context, IReadOnlyList<string>? names, AreaLevel? level, CancellationToken cancellation)
    {
        IReadOnlyList<string> asked = names ?? [];
        var areas = await context.Areas
            .Where(area => area.Level == AreaLevel.Nation || area.Level == level || asked.Contains(area.Code) || asked.Contains(area.Letter)
                || area.SupersededCodes.Any(old => asked.Contains(old.Code)))
            .OrderBy(area => area.Code)
            .Select(area => new Known(area.Id, area.Code, area.Letter, area.Level, area.SupersededCodes.Select(old => old.Code).ToList()))
            .ToListAsync(cancellation);
        var nation = areas.First(area => area.Level is AreaLevel.Nation).Id;
        if (names is null && level is null) return new SurveyAreas([nation], nation);
        var ofLevel = areas.Where(area => area.Level == level).Select(area => area.Id);
        return new SurveyAreas([.. asked.Select(name => Find(areas, name)).Concat(ofLevel).Distinct()], nation);
    }

    // A code in use goes before one that was given up.
    private static int Find(List<Known> areas, string name) =>
        (areas.Find(area => area.Code == name) ?? areas.Find(area => area.Letter == name) ?? areas.Find(area => area.SupersededCodes.Contains(name)))?.Id
        ?? throw new RequestException(
            "UNKNOWN_AREA", $"There is no area '{name}'. Areas go by their GSS codes, such as S92000003, and police divisions by their letters too; the query areas lists them.");

    private sealed record Known(int Id, string Code, string? Letter, AreaLevel Level, List<string> SupersededCodes);
}
