using ControlStrategy.Api.Analytics.Scorecards;
using ControlStrategy.Data;
using ControlStrategy.GraphQL;

namespace ControlStrategy.Api.Analytics.Evaluations;

/// <summary>The groups of areas of an evaluation, by key.</summary>
/// <param name="Treated">Those treated, one or more.</param>
/// <param name="Comparison">Those they are compared with.</param>
/// <param name="Displacement">Those that offences may have moved to.</param>
/// <param name="DisplacementComparison">Those that these are compared with.</param>
internal sealed record EvaluatedAreas(
    IReadOnlyList<int> Treated, IReadOnlyList<int> Comparison, IReadOnlyList<int> Displacement, IReadOnlyList<int> DisplacementComparison)
{
    /// <summary>All of them.</summary>
    public IReadOnlyList<int> All => [.. Treated, .. Comparison, .. Displacement, .. DisplacementComparison];

    /// <exception cref="RequestException">
    /// UNKNOWN_AREA: there is none of a code; TREATED_AREAS: none are treated; DISPLACEMENT_AREAS: something is compared with displacement areas
    /// that are not given; AREA_OVERLAP: an area is given twice, or is part of another one given.
    /// </exception>
    public static async Task<EvaluatedAreas> ReadAsync(
        StrategyContext context, KnownAreas known, (EvaluationArguments Arguments, EvaluatedInitiative? Initiative) asked, CancellationToken cancellation)
    {
        var (arguments, initiative) = asked;
        async Task<IReadOnlyList<int>> Find(IReadOnlyList<string>? codes) => codes is null ? [] : await known.FindAsync(context, codes, cancellation);
        var areas = new EvaluatedAreas(
            arguments.Treated is null ? initiative?.AreaIds ?? [] : await Find(arguments.Treated),
            await Find(arguments.Comparison),
            await Find(arguments.Displacement),
            await Find(arguments.DisplacementComparison));
        areas.Check(known);
        return areas;
    }

    /// <summary>The areas that could be compared with: of the level of the first treated one, without parts in common with those given or those the initiative is held in.</summary>
    public IReadOnlyList<int> Candidates(KnownAreas known, EvaluatedInitiative? initiative)
    {
        var taken = known.WithParts([.. All, .. initiative?.AreaIds ?? []]);
        return [.. known.OfLevel(known.LevelOf(Treated[0]), null).Where(area => !known.WithParts([area]).Overlaps(taken))];
    }

    private void Check(KnownAreas known)
    {
        if (Treated.Count == 0)
            throw new RequestException("TREATED_AREAS", "No areas are treated: name them in treated, or an initiative that has areas.");
        if (Displacement.Count == 0 && DisplacementComparison.Count > 0)
            throw new RequestException("DISPLACEMENT_AREAS", "displacementComparison is given, but no displacement areas.");
        var taken = new HashSet<int>();
        foreach (var area in All)
        {
            var parts = known.WithParts([area]);
            if (taken.Overlaps(parts))
                throw new RequestException("AREA_OVERLAP", $"Area {known.CodeOf(area)} is given twice, or is part of another area given, or holds one.");
            taken.UnionWith(parts);
        }
    }
}
