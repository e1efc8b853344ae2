using System.Data.Common;
using System.Linq.Expressions;
using ControlStrategy.Domain;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Data.Figures;

/// <summary>Reads append-only tables as they were at a moment: rows recorded by then that no newer row had taken the place of.</summary>
public static class AsAt
{
    /// <summary>The rows of a moment.</summary>
    /// <param name="figures">All rows of a table of figures.</param>
    /// <param name="moment">The moment, to the millisecond; null for now, which is the current rows.</param>
    public static IQueryable<TFigure> Known<TFigure>(this IQueryable<TFigure> figures, DateTimeOffset? moment)
        where TFigure : class, IFigure
    {
        if (moment is not { } at) return figures;
        Expression<Func<TFigure, bool>> known = figure => figure.RecordedAt <= at && (figure.SupersededAt == null || figure.SupersededAt > at);
        return figures.IgnoreQueryFilters([StrategyContext.CurrentOnly]).Where(known);
    }

    /// <summary>The condition for a statement's text; it needs the parameter of <see cref="AddTo"/>.</summary>
    internal static string Condition(DateTimeOffset? moment) => moment is null
        ? "\"SupersededAt\" IS NULL"
        : "\"RecordedAt\" <= @asAt AND (\"SupersededAt\" IS NULL OR \"SupersededAt\" > @asAt)";

    /// <summary>Adds what <see cref="Condition"/> refers to; nothing for now.</summary>
    internal static void AddTo(DbCommand command, DateTimeOffset? moment)
    {
        if (moment is not { } at) return;
        var parameter = command.CreateParameter();
        parameter.ParameterName = "@asAt";
        parameter.Value = at.ToUnixTimeMilliseconds();
        command.Parameters.Add(parameter);
    }
}
