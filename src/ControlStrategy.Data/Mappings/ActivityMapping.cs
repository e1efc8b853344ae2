using ControlStrategy.Domain.Initiatives;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ControlStrategy.Data.Mappings;

internal sealed class ActivityMapping : IEntityTypeConfiguration<Activity>
{
    public void Configure(EntityTypeBuilder<Activity> builder)
    {
        builder.HasOne(x => x.Initiative).WithMany(x => x.Activities).HasForeignKey(x => x.InitiativeId);
        builder.HasOne(x => x.Area).WithMany().HasForeignKey(x => x.AreaId);
        // An import finds what it names again by these.
        builder.HasIndex(x => new { x.InitiativeId, x.AreaId, x.HeldOn });
        builder.HasOne(x => x.Import).WithMany().HasForeignKey(x => x.ImportId);
    }
}
