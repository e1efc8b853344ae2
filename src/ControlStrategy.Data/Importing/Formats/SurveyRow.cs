using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Surveys;

namespace ControlStrategy.Data.Importing.Formats;

/// <summary>An estimate as a file states it, with what the file says of its survey, question and wave.</summary>
internal sealed record SurveyRow
{
    public required SurveyStatement Survey { get; init; }

    public required QuestionStatement Question { get; init; }

    public required Sweep Wave { get; init; }

    public decimal? DesignFactor { get; init; }

    public required int AreaId { get; init; }

    public decimal? Percentage { get; init; }

    public int? UnweightedBase { get; init; }

    public string? Shorthand { get; init; }
}

/// <summary>What a file says of a survey; all but the code is needed only where the survey is not known.</summary>
internal sealed record SurveyStatement(string Code, string? Name, string? Provider, SurveyDesign? Design);

/// <summary>What a file says of a question; all but the code is needed only where the question is not known.</summary>
internal sealed record QuestionStatement(string Code, string? Wording, string? FavourableResponses, Polarity? Polarity, string? Summary);

/// <summary>The columns in which a format states what is checked against the survey held.</summary>
internal sealed record SurveyColumnNames(string Survey, string Question, string Polarity, string DesignFactor)
{
    /// <summary>The column of a survey's design; none where the format has none.</summary>
    public string Design { get; init; } = Survey;
}
