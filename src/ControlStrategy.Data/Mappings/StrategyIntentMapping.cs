using ControlStrategy.Domain.Strategies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ControlStrategy.Data.Mappings;

internal sealed class StrategyIntentMapping : IEntityTypeConfiguration<StrategyIntent>
{
    public void Configure(EntityTypeBuilder<StrategyIntent> builder)
    {
        builder.ToTable("StrategyIntents");
        builder.HasOne(x => x.Strategy).WithMany(x => x.Intents).HasForeignKey(x => x.StrategyId);
        builder.HasIndex(x => new { x.StrategyId, x.Position }).IsUnique();
    }
}
