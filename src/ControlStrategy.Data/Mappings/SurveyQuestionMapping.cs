using ControlStrategy.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ControlStrategy.Data.Mappings;

internal sealed class SurveyQuestionMapping : IEntityTypeConfiguration<SurveyQuestion>
{
    public void Configure(EntityTypeBuilder<SurveyQuestion> builder)
    {
        builder.HasOne(x => x.Survey).WithMany(x => x.Questions).HasForeignKey(x => x.SurveyId);
        builder.HasIndex(x => new { x.SurveyId, x.Code }).IsUnique();
    }
}
