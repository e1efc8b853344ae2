using ControlStrategy.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ControlStrategy.Data.Mappings;

internal sealed class SurveyEstimateMapping : IEntityTypeConfiguration<SurveyEstimate>
{
    public void Configure(EntityTypeBuilder<SurveyEstimate> builder)
    {
        builder.HasOne(x => x.Wave).WithMany(x => x.Estimates).HasForeignKey(x => x.WaveId);
        builder.HasOne(x => x.Question).WithMany(x => x.Estimates).HasForeignKey(x => x.QuestionId);
        builder.HasOne(x => x.Area).WithMany().HasForeignKey(x => x.AreaId);
        builder.HasOne(x => x.Import).WithMany().HasForeignKey(x => x.ImportId);
        builder.KeepsHistory("SurveyEstimates", x => new { x.WaveId, x.QuestionId, x.AreaId });
    }
}
