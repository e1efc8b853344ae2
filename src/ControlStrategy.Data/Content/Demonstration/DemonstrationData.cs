using ControlStrategy.Domain.Areas;
using ControlStrategy.Domain.Initiatives;
using ControlStrategy.Domain.Measures;

namespace ControlStrategy.Data.Content.Demonstration;

/// <summary>The demonstration data: made up, the same in every installation, and labelled as such row by row.</summary>
internal sealed class DemonstrationData
{
    private readonly ShippedNouns _nouns;
    private readonly DemonstrationFile _file = DemonstrationFile.Read();
    private readonly DemonstrationWork _work = DemonstrationWork.Read();
    private readonly DemonstrationFigures _figures;
    private readonly List<Area> _councils;
    private readonly List<Measure> _measures;

    private DemonstrationData(ShippedNouns nouns)
    {
        _nouns = nouns;
        _figures = new DemonstrationFigures(_file);
        _councils = [.. nouns.Areas.Values.Where(area => area.Level is AreaLevel.CouncilArea)];
        _measures = DemonstrationMeasures.From(_file, nouns.Strategy);
    }

    /// <summary>Makes the data up, and gives the initiatives dates, status and milestones.</summary>
    public static DemonstrationData For(ShippedNouns nouns)
    {
        var data = new DemonstrationData(nouns);
        var course = new InitiativeCourse(data._work.Milestones, data._file.LastDay);
        nouns.Initiatives.ForEach(course.Run);
        return data;
    }

    /// <summary>Adds the measures, also those that are computed from activities, and the problem-solving plans.</summary>
    public void AddTo(StrategyContext context)
    {
        context.AddRange(_measures);
        context.AddRange(ActivityMeasureContent.Demonstration(code => _nouns.Strategy.Outcomes[code], _file.Source));
        context.AddRange(DemonstrationPlans.For(_councils, _nouns.Initiatives, _work));
    }

    /// <summary>Stores what there is most of, once everything that was added to the context is stored.</summary>
    public async Task StoreRestAsync(StrategyContext context, CancellationToken cancellationToken)
    {
        await BulkInsert<Activity>.StoreAsync(context, Activities(), cancellationToken);
        await BulkInsert<Target>.StoreAsync(context, Targets(), cancellationToken);
        await BulkInsert<Commentary>.StoreAsync(context, Commentaries(), cancellationToken);
        await BulkInsert<Observation>.StoreAsync(context, Observations(), cancellationToken);
    }

    private IEnumerable<Activity> Activities()
    {
        var activities = new DemonstrationActivities(_work.Activities, _councils, _file.LastDay);
        return _nouns.Initiatives.SelectMany(activities.Of);
    }

    private IEnumerable<Observation> Observations()
    {
        var observations = new DemonstrationObservations(_file, _figures);
        return from measure in _measures
               from area in _councils
               from observation in observations.Of(measure, area)
               select observation;
    }

    private IEnumerable<Target> Targets() =>
        from pair in WithTarget()
        from target in DemonstrationTargets.Of(pair.Measure, pair.Factor, _councils, _figures)
        select target;

    private IEnumerable<Commentary> Commentaries()
    {
        var texts = new DemonstrationCommentary(_work.Commentary, _figures);
        return from pair in WithTarget()
               from area in _councils
               from commentary in texts.On(pair.Measure, area)
               select commentary;
    }

    private IEnumerable<(Measure Measure, decimal Factor)> WithTarget() =>
        _measures.Zip(_file.Measures)
            .Where(pair => pair.Second.TargetFactor is not null)
            .Select(pair => (pair.First, pair.Second.TargetFactor!.Value));
}
