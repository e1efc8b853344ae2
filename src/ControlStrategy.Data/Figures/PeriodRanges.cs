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
    public string Condition => $"\"PeriodStart\" >= @first{_years.Length - 1} AND \"PeriodEnd\" <= @last0 AND \"PeriodEnd\" <= {Choice("@last", 0, _years.Length - 1)}";

    /// <summary>How many years back an observation that lies in one of them lies.</summary>
    public string YearsBack => Choice("", 0, _years.Length - 1);

    // By halves: of eleven years a row is compared with four first days at most.
    private static string Choice(string prefix, int latest, int earliest)
    {
        if (latest == earliest) return $"{prefix}{latest}";
        var middle = (latest + earliest) / 2;
        return $"CASE WHEN \"PeriodStart\" >= @first{middle} THEN {Choice(prefix, latest, middle)} ELSE {Choice(prefix, middle + 1, earliest)} END";
    }

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
