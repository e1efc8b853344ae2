using System.Data.Common;
using ControlStrategy.Domain.Periods;

namespace ControlStrategy.Data.Figures;

/// <summary>A period and the same months of the years before it, as a statement's text and parameters.</summary>
/// <param name="period">The period.</param>
/// <param name="yearsBack">How many years before it, 0 or more.</param>
internal sealed class PeriodRanges(ReportingPeriod period, int yearsBack)
{
    private readonly ReportingPeriod[] _years = [.. Enumerable.Range(0, yearsBack + 1).Select(period.YearsBack)];

    /// <summary>Whether an observation lies wholly within one of them.</summary>
    public string Condition => period.MonthCount == 12
        ? $"\"PeriodStart\" >= @first{_years.Length - 1} AND \"PeriodEnd\" <= @last0 AND ({Within})"
        : $"({Within})";

    /// <summary>How many years back an observation that lies in one of them lies.</summary>
    public string YearsBack => $"CASE{string.Concat(_years.Select((_, i) => $" WHEN \"PeriodStart\" >= @first{i} THEN {i}"))} END";

    private string Within => string.Join(" OR ", _years.Select((_, i) => $"(\"PeriodStart\" >= @first{i} AND \"PeriodEnd\" <= @last{i})"));

    public void AddTo(DbCommand command)
    {
        for (var i = 0; i < _years.Length; i++)
        {
            Add(command, $"@first{i}", _years[i].FirstDay);
            Add(command, $"@last{i}", _years[i].LastDay);
        }
    }

    private static void Add(DbCommand command, string name, DateOnly day)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = day;
        command.Parameters.Add(parameter);
    }
}
