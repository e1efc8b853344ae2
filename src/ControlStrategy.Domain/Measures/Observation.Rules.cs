using ControlStrategy.Domain.Periods;

namespace ControlStrategy.Domain.Measures;

// How an observation ends, and what makes one valid.
public sealed partial class Observation
{
    /// <inheritdoc/>
    public void Supersede(DateTimeOffset at) => SupersededAt = this.EndAt(at, Where());

    /// <inheritdoc/>
    /// <exception cref="RuleBrokenException">OBSERVATION_PERIOD, OBSERVATION_PARTS or OBSERVATION_VALUE: the period is not of its length,
    /// numerator and denominator do not fit the measure's kind, or a count is negative.</exception>
    public void CheckRules()
    {
        CheckPeriod();
        CheckParts();
        if (Measure is { Kind: MeasureKind.Count } && Value < 0)
            throw new RuleBrokenException("OBSERVATION_VALUE", $"{Where()}: a count is 0 or more, not {Value}.");
    }

    private void CheckPeriod()
    {
        var months = Grain switch { Grain.Month => 1, Grain.Quarter => 3, _ => 12 };
        if (PeriodStart.Day != 1 || PeriodEnd != PeriodStart.AddMonths(months).AddDays(-1))
            throw new RuleBrokenException("OBSERVATION_PERIOD", $"{Where()}: a {Grain} is {months} whole calendar months.");
    }

    private void CheckParts()
    {
        if (Denominator <= 0)
            throw new RuleBrokenException("OBSERVATION_PARTS", $"{Where()}: a denominator is above 0, not {Denominator}.");
        if (Measure is { Kind: MeasureKind.Percentage } && (Numerator is null || Denominator is null))
            throw new RuleBrokenException("OBSERVATION_PARTS", $"{Where()}: a percentage has a numerator and a denominator.");
        if (Measure is { Kind: MeasureKind.Count } && Denominator is not null)
            throw new RuleBrokenException("OBSERVATION_PARTS", $"{Where()}: a count has no denominator.");
    }

    private string Where() => $"Observation of {Measure?.Code} in {Area?.Code}, {PeriodStart:O} to {PeriodEnd:O},";
}
