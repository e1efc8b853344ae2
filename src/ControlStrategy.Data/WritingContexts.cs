using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace ControlStrategy.Data;

/// <summary>
/// Makes contexts that may write, for what takes figures in. What answers questions takes the <see cref="IDbContextFactory{TContext}"/>
/// of the application, whose contexts cannot write, whatever is asked of them.
/// </summary>
public sealed class WritingContexts : IDbContextFactory<StrategyContext>
{
    private readonly PooledDbContextFactory<StrategyContext> _pool;

    internal WritingContexts(DbContextOptions<StrategyContext> options) => _pool = new(options);

    /// <inheritdoc/>
    public StrategyContext CreateDbContext() => _pool.CreateDbContext();
}
