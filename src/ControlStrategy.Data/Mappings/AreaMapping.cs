using ControlStrategy.Domain.Areas;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ControlStrategy.Data.Mappings;

internal sealed class AreaMapping : IEntityTypeConfiguration<Area>
{
    public void Configure(EntityTypeBuilder<Area> builder)
    {
        builder.HasOne(x => x.Parent).WithMany(x => x.Children).HasForeignKey(x => x.ParentId);
        builder.HasOne(x => x.Import).WithMany().HasForeignKey(x => x.ImportId);
        builder.HasIndex(x => x.Code).IsUnique();
    }
}
