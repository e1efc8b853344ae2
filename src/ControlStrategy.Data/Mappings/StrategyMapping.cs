using ControlStrategy.Domain.Strategies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ControlStrategy.Data.Mappings;

internal sealed class StrategyMapping : IEntityTypeConfiguration<Strategy>
{
    public void Configure(EntityTypeBuilder<Strategy> builder)
    {
        builder.HasIndex(x => x.Code).IsUnique();
        // One strategy at most is in force.
        builder.HasIndex(x => x.IsCurrent).IsUnique().HasFilter("\"IsCurrent\"");
    }
}
