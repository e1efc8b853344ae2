using ControlStrategy.Domain.Scorecards;
using ControlStrategy.Domain.Statistics;

namespace ControlStrategy.Domain.Tests.Scorecards;

/// <summary>Figures without what tests of their values do not look at.</summary>
internal static class Shown
{
    public static Figure Plain(this MeasuredFigure figure) =>
        figure.Value is { } value ? Figure.Of(value) : Figure.Missing(figure.Reason!.Value, figure.MissingAreas);

    public static Change Plain(this ScorecardChange change) => new(change.Number, change.Percent, change.Reason);
}
