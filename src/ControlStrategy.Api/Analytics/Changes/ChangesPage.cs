using System.Globalization;
using ControlStrategy.Data.Revisions;
using ControlStrategy.Domain.Revisions;
using ControlStrategy.GraphQL;
using ControlStrategy.GraphQL.Records;

namespace ControlStrategy.Api.Analytics.Changes;

/// <summary>Which page of the changes is asked for.</summary>
/// <param name="arguments">What is asked.</param>
/// <param name="maximum">The most rows of a page, and of all changes without one.</param>
/// <param name="cursors">Signs cursors.</param>
internal sealed class ChangesPage(ChangesSinceArguments arguments, int maximum, RecordCursors cursors)
{
    private static readonly Type[] Place = [typeof(int), typeof(int), typeof(int), typeof(DateOnly), typeof(DateOnly), typeof(int)];

    /// <summary>How many rows it has at most.</summary>
    /// <exception cref="RequestException">PAGE_SIZE: negative, or more than the most.</exception>
    public int Rows { get; } = arguments.First switch
    {
        null => maximum,
        { } first when first >= 0 && first <= maximum => first,
        var first => throw new RequestException("PAGE_SIZE", string.Create(CultureInfo.InvariantCulture, $"'first' is {first}; it must be 0 to {maximum} (setting Scorecard:MaximumRows).")),
    };

    /// <summary>The place it follows; null for the beginning.</summary>
    /// <exception cref="RequestException">INVALID_CURSOR: of something else than is asked for.</exception>
    public RevisionPlace? After { get; } = arguments.After is { } cursor ? Read(cursors.Read(ChangesSinceField.Name, Asked(arguments), cursor, Place)) : null;

    /// <summary>Refuses more rows than the most where all are asked for.</summary>
    /// <param name="hasMore">Whether there are more than on this page.</param>
    /// <exception cref="RequestException">TOO_MANY_ROWS: there are.</exception>
    public void RefuseTooMany(bool hasMore)
    {
        if (arguments.First is null && hasMore)
            throw new RequestException("TOO_MANY_ROWS", string.Create(CultureInfo.InvariantCulture, $"There are more changes than {maximum} (setting Scorecard:MaximumRows); ask for pages with first and after, or for fewer measures, areas, periods or kinds."));
    }

    /// <summary>The cursor of a place.</summary>
    public string Cursor(RevisionPlace at) =>
        cursors.Write(ChangesSinceField.Name, Asked(arguments), [(int)at.Figure, at.Subject, at.AreaId, at.PeriodStart, at.PeriodEnd, at.WaveId]);

    private static RevisionPlace Read(object?[] values) =>
        new((FigureKind)(int)values[0]!, (int)values[1]!, (int)values[2]!, (DateOnly)values[3]!, (DateOnly)values[4]!, (int)values[5]!);

    private static IEnumerable<object?> Asked(ChangesSinceArguments arguments) =>
    [
        arguments.AsAt.ToUnixTimeMilliseconds(), arguments.Until?.ToUnixTimeMilliseconds(), arguments.Measures, arguments.Outcome, arguments.Areas,
        arguments.Level, arguments.From, arguments.To, arguments.Figures, arguments.Kinds,
    ];
}
