using ControlStrategy.Domain.Strategies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ControlStrategy.Data.Mappings;

internal sealed class ObjectiveMapping : IEntityTypeConfiguration<Objective>
{
    public void Configure(EntityTypeBuilder<Objective> builder)
    {
        builder.HasOne(x => x.Strategy).WithMany(x => x.Objectives).HasForeignKey(x => x.StrategyId);
        builder.HasIndex(x => new { x.StrategyId, x.Number }).IsUnique();
    }
}
