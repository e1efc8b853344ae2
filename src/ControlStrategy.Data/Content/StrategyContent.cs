using ControlStrategy.Domain.Strategies;

namespace ControlStrategy.Data.Content;

/// <summary>The strategy with its objectives, outcomes and priorities.</summary>
internal sealed class StrategyContent
{
    private StrategyContent(StrategyFile file)
    {
        Strategy = StrategyOf(file);
        foreach (var item in file.Objectives)
            Objectives.Add(
                item.Number,
                new Objective { Strategy = Strategy, Number = item.Number, Title = item.Title, Summary = item.Summary });
        foreach (var item in file.Outcomes)
            Outcomes.Add(item.Code, OutcomeOf(item));
        foreach (var item in file.Priorities)
            Priorities.Add(
                item.Code,
                new Priority { Strategy = Strategy, Code = item.Code, Title = item.Title, Outcome = Outcomes[item.Outcome] });
    }

    public Strategy Strategy { get; }

    public Dictionary<int, Objective> Objectives { get; } = [];

    public Dictionary<string, Outcome> Outcomes { get; } = [];

    public Dictionary<string, Priority> Priorities { get; } = [];

    public static StrategyContent Read() => new(ContentFile.Read<StrategyFile>("strategy.json"));

    private static Strategy StrategyOf(StrategyFile file)
    {
        var strategy = new Strategy
        {
            Code = file.Code,
            Title = file.Title,
            Owner = file.Owner,
            Version = file.Version,
            PublishedOn = file.PublishedOn,
            Vision = file.Vision,
        };
        strategy.Intents.AddRange(
            file.Intents.Select((text, index) => new StrategyIntent { Strategy = strategy, Position = index + 1, Text = text }));
        strategy.Purposes.AddRange(
            file.Purposes.Select((text, index) => new StrategyPurpose { Strategy = strategy, Position = index + 1, Text = text }));
        strategy.MakeCurrent();
        return strategy;
    }

    private Outcome OutcomeOf(OutcomeItem item) => new()
    {
        Strategy = Strategy,
        Code = item.Code,
        Title = item.Title,
        Parent = item.Parent is null ? null : Outcomes[item.Parent],
    };
}
