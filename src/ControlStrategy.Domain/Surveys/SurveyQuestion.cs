using ControlStrategy.Domain.Measures;

namespace ControlStrategy.Domain.Surveys;

/// <summary>A question of a survey, with the responses counted as favourable.</summary>
public sealed class SurveyQuestion
{
    /// <summary>Key, unique among questions.</summary>
    public int Id { get; private set; }

    /// <summary>Key of the survey.</summary>
    public int SurveyId { get; private set; }

    /// <summary>The survey.</summary>
    public required PerceptionSurvey Survey { get; init; }

    /// <summary>Short stable name, unique within the survey.</summary>
    public required string Code { get; init; }

    /// <summary>What people are asked.</summary>
    public required string Wording { get; init; }

    /// <summary>What a favourable response says, as one statement; none where not published.</summary>
    public string? Summary { get; init; }

    /// <summary>The responses counted as favourable.</summary>
    public required string FavourableResponses { get; init; }

    /// <summary>Whether a lower or a higher share is better.</summary>
    public required Polarity Polarity { get; init; }

    /// <summary>Its estimates by wave and area.</summary>
    public List<SurveyEstimate> Estimates { get; } = [];

    /// <summary>From when on its estimates are not alike those before.</summary>
    public List<QuestionBreak> Breaks { get; } = [];
}
