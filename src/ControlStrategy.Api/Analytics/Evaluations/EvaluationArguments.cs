namespace ControlStrategy.Api.Analytics.Evaluations;

/// <summary>What an evaluation is asked for. Areas go by their GSS codes, former codes, or the letters of divisions; none may be part of another.</summary>
public sealed record EvaluationArguments
{
    /// <summary>Code of the measure, a count.</summary>
    public required string Measure { get; init; }

    /// <summary>The period before the initiative, such as `2016/17`.</summary>
    public required string Before { get; init; }

    /// <summary>The period after it: the same months of a later year, such as `2018/19`.</summary>
    public required string After { get; init; }

    /// <summary>Code of the initiative. Without `treated`, the areas it is held in are the treated ones.</summary>
    public string? Initiative { get; init; }

    /// <summary>The areas that were treated; needed where the initiative is not given or names no areas.</summary>
    public IReadOnlyList<string>? Treated { get; init; }

    /// <summary>The areas they are compared with: like them, but not treated. Without them only `similarAreas` is of use, which suggests some.</summary>
    public IReadOnlyList<string>? Comparison { get; init; }

    /// <summary>Areas around the treated ones that offences may have moved to.</summary>
    public IReadOnlyList<string>? Displacement { get; init; }

    /// <summary>The areas that the displacement areas are compared with.</summary>
    public IReadOnlyList<string>? DisplacementComparison { get; init; }

    /// <summary>How many similar areas to suggest, 1 to 50; 5 without it.</summary>
    public int? Suggest { get; init; }

    /// <summary>What was known at this moment, to the millisecond; without it, what is known now.</summary>
    public DateTimeOffset? AsAt { get; init; }
}
