using System.Linq.Expressions;
using ControlStrategy.Domain;
using ControlStrategy.Domain.Initiatives;
using Microsoft.EntityFrameworkCore;

namespace ControlStrategy.Data.Checking;

/// <summary>Every noun's own rules, on the rows as they are stored.</summary>
internal sealed class RuleChecks(StrategyContext context)
{
    private readonly List<string> _findings = [];
    private long _compared;
    private long _wrong;

    /// <summary>Checks all rows, superseded ones too; none is kept in memory.</summary>
    public async Task<CheckResult> RunAsync(CancellationToken cancellation)
    {
        foreach (var noun in context.Model.GetEntityTypes().Select(type => type.ClrType).Where(typeof(IHasRules).IsAssignableFrom))
            await ((Task)Check.MakeGenericMethod(noun).Invoke(this, [cancellation])!);
        return new CheckResult("rules of the nouns", "rows", _compared, _wrong, _findings);
    }

    private static readonly System.Reflection.MethodInfo Check =
        ((MethodCallExpression)((Expression<Func<RuleChecks, Task>>)(checks => checks.CheckAsync<Initiative>(default))).Body).Method.GetGenericMethodDefinition();

    private async Task CheckAsync<TNoun>(CancellationToken cancellation)
        where TNoun : class, IHasRules
    {
        var rows = context.Set<TNoun>().IgnoreQueryFilters().AsNoTracking();
        foreach (var name in Needed(typeof(TNoun)))
            rows = rows.Include(name);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancellation))
            Take(row);
    }

    // What a noun always refers to or is part of, and the parts its rules speak of.
    private IEnumerable<string> Needed(Type noun) =>
        context.Model.FindEntityType(noun)!.GetNavigations()
            .Where(navigation => !navigation.IsCollection && (navigation.ForeignKey.IsRequired || navigation.TargetEntityType.ClrType == noun))
            .Select(navigation => navigation.Name)
            .Concat(noun == typeof(Initiative) ? [nameof(Initiative.Milestones)] : noun == typeof(ProblemSolvingPlan) ? [nameof(ProblemSolvingPlan.Entries)] : []);

    private void Take(IHasRules row)
    {
        _compared++;
        try
        {
            row.CheckRules();
        }
        catch (RuleBrokenException broken)
        {
            if (++_wrong <= CheckResult.MostFindings) _findings.Add($"{broken.Code}: {broken.Message}");
        }
    }
}
