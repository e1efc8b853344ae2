using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Initiatives;
using ControlStrategy.Domain.Measures;
using ControlStrategy.Domain.Surveys;

namespace ControlStrategy.Data.Content;

/// <summary>The content that is no demonstration, as nouns that are not stored yet.</summary>
internal sealed class ShippedNouns
{
    private ShippedNouns(bool demonstration)
    {
        Strategy = StrategyContent.Read();
        Areas = AreaContent.Read();
        Initiatives = InitiativeContent.Read(Strategy, Areas, demonstration);
        Measures = [.. MeasureContent.Read(Strategy), .. ActivityMeasureContent.Real(code => Strategy.Outcomes[code])];
        Survey = SurveyContent.Read(Areas);
    }

    public StrategyContent Strategy { get; }

    public Dictionary<string, Area> Areas { get; }

    public List<Initiative> Initiatives { get; }

    public List<Measure> Measures { get; }

    public PerceptionSurvey Survey { get; }

    /// <summary>Reads all content files.</summary>
    /// <param name="demonstration">Whether initiatives are to be given demonstration dates and status.</param>
    public static ShippedNouns Read(bool demonstration) => new(demonstration);

    public void AddTo(StrategyContext context)
    {
        context.AddRange(Areas.Values);
        context.Add(Strategy.Strategy);
        context.AddRange(Strategy.Objectives.Values);
        context.AddRange(Strategy.Outcomes.Values);
        context.AddRange(Strategy.Priorities.Values);
        context.AddRange(Initiatives);
        context.AddRange(Measures);
        context.Add(Survey);
    }
}
