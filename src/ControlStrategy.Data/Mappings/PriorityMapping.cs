using ControlStrategy.Domain.Strategies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ControlStrategy.Data.Mappings;

internal sealed class PriorityMapping : IEntityTypeConfiguration<Priority>
{
    public void Configure(EntityTypeBuilder<Priority> builder)
    {
        builder.HasOne(x => x.Strategy).WithMany(x => x.Priorities).HasForeignKey(x => x.StrategyId);
        builder.HasOne(x => x.Outcome).WithMany(x => x.Priorities).HasForeignKey(x => x.OutcomeId);
        builder.HasIndex(x => new { x.StrategyId, x.Code }).IsUnique();
    }
}
