namespace ControlStrategy.Benchmarks.Model;

/// <summary>A survey.</summary>
public sealed class PerceptionSurvey
{
    public int Id { get; init; }

    public required string Name { get; init; }

    public required string Provider { get; init; }

    public List<SurveyWave> Waves { get; } = [];
}

/// <summary>A round of fieldwork.</summary>
public sealed class SurveyWave
{
    public int Id { get; init; }

    public int SurveyId { get; init; }

    public required PerceptionSurvey Survey { get; init; }

    public required string Label { get; init; }

    public DateOnly FieldworkStart { get; init; }

    public DateOnly FieldworkEnd { get; init; }

    public List<SurveyResult> Results { get; } = [];
}

/// <summary>An estimate.</summary>
public sealed class SurveyResult
{
    public int Id { get; init; }

    public int WaveId { get; init; }

    public required SurveyWave Wave { get; init; }

    public required string QuestionCode { get; init; }

    public int AreaId { get; init; }

    public required Area Area { get; init; }

    public double Estimate { get; init; }

    public double LowerBound { get; init; }

    public double UpperBound { get; init; }

    public int Base { get; init; }
}
