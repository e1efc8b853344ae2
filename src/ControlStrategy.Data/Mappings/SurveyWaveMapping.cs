using ControlStrategy.Domain.Surveys;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ControlStrategy.Data.Mappings;

internal sealed class SurveyWaveMapping : IEntityTypeConfiguration<SurveyWave>
{
    public void Configure(EntityTypeBuilder<SurveyWave> builder)
    {
        builder.HasOne(x => x.Survey).WithMany(x => x.Waves).HasForeignKey(x => x.SurveyId);
        builder.HasIndex(x => new { x.SurveyId, x.Label }).IsUnique();
    }
}
