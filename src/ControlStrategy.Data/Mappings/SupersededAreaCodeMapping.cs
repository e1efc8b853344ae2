using ControlStrategy.Domain.Areas;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ControlStrategy.Data.Mappings;

internal sealed class SupersededAreaCodeMapping : IEntityTypeConfiguration<SupersededAreaCode>
{
    public void Configure(EntityTypeBuilder<SupersededAreaCode> builder)
    {
        builder.ToTable("SupersededAreaCodes");
        builder.HasOne(x => x.Area).WithMany(x => x.SupersededCodes).HasForeignKey(x => x.AreaId);
        builder.HasIndex(x => x.Code).IsUnique();
    }
}
