using ControlStrategy.Domain.Initiatives;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ControlStrategy.Data.Mappings;

internal sealed class ProblemSolvingPlanMapping : IEntityTypeConfiguration<ProblemSolvingPlan>
{
    public void Configure(EntityTypeBuilder<ProblemSolvingPlan> builder)
    {
        builder.HasOne(x => x.Area).WithMany().HasForeignKey(x => x.AreaId);
        builder.HasOne(x => x.Initiative).WithMany().HasForeignKey(x => x.InitiativeId);
        builder.HasIndex(x => x.Code).IsUnique();
    }
}
