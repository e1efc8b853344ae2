namespace ControlStrategy.Domain.Surveys;

/// <summary>A survey of what people think of crime and of the police.</summary>
public sealed class PerceptionSurvey
{
    /// <summary>Key, unique among surveys.</summary>
    public int Id { get; private set; }

    /// <summary>Short stable name, unique among surveys.</summary>
    public required string Code { get; init; }

    /// <summary>Name as published.</summary>
    public required string Name { get; init; }

    /// <summary>Who carries it out.</summary>
    public required string Provider { get; init; }

    /// <summary>How people come to take part.</summary>
    public required SurveyDesign Design { get; init; }

    /// <summary>Its rounds of fieldwork.</summary>
    public List<SurveyWave> Waves { get; } = [];

    /// <summary>Its questions.</summary>
    public List<SurveyQuestion> Questions { get; } = [];
}

/// <summary>How people come to take part in a survey.</summary>
public enum SurveyDesign
{
    /// <summary>Drawn at random; estimates have a margin of error.</summary>
    Probability,

    /// <summary>By their own choice; there is no margin of error, and no comparison with a probability survey.</summary>
    SelfSelecting,
}
