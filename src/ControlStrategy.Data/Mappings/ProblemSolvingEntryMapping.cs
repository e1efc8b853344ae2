using ControlStrategy.Domain.Initiatives;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ControlStrategy.Data.Mappings;

internal sealed class ProblemSolvingEntryMapping : IEntityTypeConfiguration<ProblemSolvingEntry>
{
    public void Configure(EntityTypeBuilder<ProblemSolvingEntry> builder)
    {
        builder.ToTable("ProblemSolvingEntries");
        builder.HasOne(x => x.Plan).WithMany(x => x.Entries).HasForeignKey(x => x.PlanId);
    }
}
