using ControlStrategy.Domain.Initiatives;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ControlStrategy.Data.Mappings;

internal sealed class MilestoneMapping : IEntityTypeConfiguration<Milestone>
{
    public void Configure(EntityTypeBuilder<Milestone> builder)
    {
        builder.HasOne(x => x.Initiative).WithMany(x => x.Milestones).HasForeignKey(x => x.InitiativeId);
        // An import finds what it names again by these.
        builder.HasIndex(x => new { x.InitiativeId, x.Title });
        builder.HasOne(x => x.Import).WithMany().HasForeignKey(x => x.ImportId);
    }
}
