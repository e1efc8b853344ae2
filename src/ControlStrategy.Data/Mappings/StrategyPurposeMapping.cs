using ControlStrategy.Domain.Strategies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ControlStrategy.Data.Mappings;

internal sealed class StrategyPurposeMapping : IEntityTypeConfiguration<StrategyPurpose>
{
    public void Configure(EntityTypeBuilder<StrategyPurpose> builder)
    {
        builder.ToTable("StrategyPurposes");
        builder.HasOne(x => x.Strategy).WithMany(x => x.Purposes).HasForeignKey(x => x.StrategyId);
        builder.HasIndex(x => new { x.StrategyId, x.Position }).IsUnique();
    }
}
