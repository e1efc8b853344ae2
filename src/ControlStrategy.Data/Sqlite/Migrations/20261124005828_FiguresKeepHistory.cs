using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ControlStrategy.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class FiguresKeepHistory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Targets_MeasureId_AreaId_FinancialYearStart",
                table: "Targets");

            migrationBuilder.DropIndex(
                name: "IX_SurveyEstimates_WaveId_QuestionId_AreaId",
                table: "SurveyEstimates");

            migrationBuilder.DropIndex(
                name: "IX_Milestones_InitiativeId",
                table: "Milestones");

            migrationBuilder.DropIndex(
                name: "IX_AreaPopulations_AreaId_MidYear",
                table: "AreaPopulations");

            migrationBuilder.DropIndex(
                name: "IX_Activities_InitiativeId",
                table: "Activities");

            migrationBuilder.AddColumn<int>(
                name: "ImportId",
                table: "Targets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RecordedAt",
                table: "Targets",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "SupersededAt",
                table: "Targets",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Pooled",
                table: "SurveyWaves",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Summary",
                table: "SurveyQuestions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ImportId",
                table: "SurveyEstimates",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RecordedAt",
                table: "SurveyEstimates",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "SupersededAt",
                table: "SurveyEstimates",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ImportId",
                table: "Milestones",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ImportId",
                table: "Initiatives",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ImportId",
                table: "Areas",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "RecordedAt",
                table: "AreaPopulations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "SupersededAt",
                table: "AreaPopulations",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ImportId",
                table: "Activities",
                type: "INTEGER",
                nullable: true);

            // Figures had no time of their own. One that was imported became current with its import; all others came with the
            // product, whose content counts as recorded on 1 November 2026, 00:00 UTC.
            migrationBuilder.Sql(
                """
                UPDATE "AreaPopulations" SET "RecordedAt" =
                    COALESCE((SELECT "RecordedAt" FROM "Imports" WHERE "Imports"."Id" = "AreaPopulations"."ImportId"), 1793491200000);
                UPDATE "SurveyEstimates" SET "RecordedAt" = 1793491200000;
                UPDATE "Targets" SET "RecordedAt" = 1793491200000;
                """);

            migrationBuilder.CreateIndex(
                name: "IX_Targets_Current",
                table: "Targets",
                columns: new[] { "MeasureId", "AreaId", "FinancialYearStart" },
                unique: true,
                filter: "\"SupersededAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Targets_ImportId",
                table: "Targets",
                column: "ImportId");

            migrationBuilder.AddCheckConstraint(
                name: "CK_Targets_Superseded",
                table: "Targets",
                sql: "\"SupersededAt\" >= \"RecordedAt\"");

            migrationBuilder.CreateIndex(
                name: "IX_SurveyEstimates_Current",
                table: "SurveyEstimates",
                columns: new[] { "WaveId", "QuestionId", "AreaId" },
                unique: true,
                filter: "\"SupersededAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_SurveyEstimates_ImportId",
                table: "SurveyEstimates",
                column: "ImportId");

            migrationBuilder.AddCheckConstraint(
                name: "CK_SurveyEstimates_Superseded",
                table: "SurveyEstimates",
                sql: "\"SupersededAt\" >= \"RecordedAt\"");

            migrationBuilder.CreateIndex(
                name: "IX_Milestones_ImportId",
                table: "Milestones",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_Milestones_InitiativeId_Title",
                table: "Milestones",
                columns: new[] { "InitiativeId", "Title" });

            migrationBuilder.CreateIndex(
                name: "IX_Initiatives_ImportId",
                table: "Initiatives",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_Areas_ImportId",
                table: "Areas",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_AreaPopulations_Current",
                table: "AreaPopulations",
                columns: new[] { "AreaId", "MidYear" },
                unique: true,
                filter: "\"SupersededAt\" IS NULL");

            migrationBuilder.AddCheckConstraint(
                name: "CK_AreaPopulations_Superseded",
                table: "AreaPopulations",
                sql: "\"SupersededAt\" >= \"RecordedAt\"");

            migrationBuilder.CreateIndex(
                name: "IX_Activities_ImportId",
                table: "Activities",
                column: "ImportId");

            migrationBuilder.CreateIndex(
                name: "IX_Activities_InitiativeId_AreaId_HeldOn",
                table: "Activities",
                columns: new[] { "InitiativeId", "AreaId", "HeldOn" });

            migrationBuilder.AddForeignKey(
                name: "FK_Activities_Imports_ImportId",
                table: "Activities",
                column: "ImportId",
                principalTable: "Imports",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Areas_Imports_ImportId",
                table: "Areas",
                column: "ImportId",
                principalTable: "Imports",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Initiatives_Imports_ImportId",
                table: "Initiatives",
                column: "ImportId",
                principalTable: "Imports",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Milestones_Imports_ImportId",
                table: "Milestones",
                column: "ImportId",
                principalTable: "Imports",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_SurveyEstimates_Imports_ImportId",
                table: "SurveyEstimates",
                column: "ImportId",
                principalTable: "Imports",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Targets_Imports_ImportId",
                table: "Targets",
                column: "ImportId",
                principalTable: "Imports",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Activities_Imports_ImportId",
                table: "Activities");

            migrationBuilder.DropForeignKey(
                name: "FK_Areas_Imports_ImportId",
                table: "Areas");

            migrationBuilder.DropForeignKey(
                name: "FK_Initiatives_Imports_ImportId",
                table: "Initiatives");

            migrationBuilder.DropForeignKey(
                name: "FK_Milestones_Imports_ImportId",
                table: "Milestones");

            migrationBuilder.DropForeignKey(
                name: "FK_SurveyEstimates_Imports_ImportId",
                table: "SurveyEstimates");

            migrationBuilder.DropForeignKey(
                name: "FK_Targets_Imports_ImportId",
                table: "Targets");

            migrationBuilder.DropIndex(
                name: "IX_Targets_Current",
                table: "Targets");

            migrationBuilder.DropIndex(
                name: "IX_Targets_ImportId",
                table: "Targets");

            migrationBuilder.DropCheckConstraint(
                name: "CK_Targets_Superseded",
                table: "Targets");

            migrationBuilder.DropIndex(
                name: "IX_SurveyEstimates_Current",
                table: "SurveyEstimates");

            migrationBuilder.DropIndex(
                name: "IX_SurveyEstimates_ImportId",
                table: "SurveyEstimates");

            migrationBuilder.DropCheckConstraint(
                name: "CK_SurveyEstimates_Superseded",
                table: "SurveyEstimates");

            migrationBuilder.DropIndex(
                name: "IX_Milestones_ImportId",
                table: "Milestones");

            migrationBuilder.DropIndex(
                name: "IX_Milestones_InitiativeId_Title",
                table: "Milestones");

            migrationBuilder.DropIndex(
                name: "IX_Initiatives_ImportId",
                table: "Initiatives");

            migrationBuilder.DropIndex(
                name: "IX_Areas_ImportId",
                table: "Areas");

            migrationBuilder.DropIndex(
                name: "IX_AreaPopulations_Current",
                table: "AreaPopulations");

            migrationBuilder.DropCheckConstraint(
                name: "CK_AreaPopulations_Superseded",
                table: "AreaPopulations");

            migrationBuilder.DropIndex(
                name: "IX_Activities_ImportId",
                table: "Activities");

            migrationBuilder.DropIndex(
                name: "IX_Activities_InitiativeId_AreaId_HeldOn",
                table: "Activities");

            migrationBuilder.DropColumn(
                name: "ImportId",
                table: "Targets");

            migrationBuilder.DropColumn(
                name: "RecordedAt",
                table: "Targets");

            migrationBuilder.DropColumn(
                name: "SupersededAt",
                table: "Targets");

            migrationBuilder.DropColumn(
                name: "Pooled",
                table: "SurveyWaves");

            migrationBuilder.DropColumn(
                name: "Summary",
                table: "SurveyQuestions");

            migrationBuilder.DropColumn(
                name: "ImportId",
                table: "SurveyEstimates");

            migrationBuilder.DropColumn(
                name: "RecordedAt",
                table: "SurveyEstimates");

            migrationBuilder.DropColumn(
                name: "SupersededAt",
                table: "SurveyEstimates");

            migrationBuilder.DropColumn(
                name: "ImportId",
                table: "Milestones");

            migrationBuilder.DropColumn(
                name: "ImportId",
                table: "Initiatives");

            migrationBuilder.DropColumn(
                name: "ImportId",
                table: "Areas");

            migrationBuilder.DropColumn(
                name: "RecordedAt",
                table: "AreaPopulations");

            migrationBuilder.DropColumn(
                name: "SupersededAt",
                table: "AreaPopulations");

            migrationBuilder.DropColumn(
                name: "ImportId",
                table: "Activities");

            migrationBuilder.CreateIndex(
                name: "IX_Targets_MeasureId_AreaId_FinancialYearStart",
                table: "Targets",
                columns: new[] { "MeasureId", "AreaId", "FinancialYearStart" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SurveyEstimates_WaveId_QuestionId_AreaId",
                table: "SurveyEstimates",
                columns: new[] { "WaveId", "QuestionId", "AreaId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Milestones_InitiativeId",
                table: "Milestones",
                column: "InitiativeId");

            migrationBuilder.CreateIndex(
                name: "IX_AreaPopulations_AreaId_MidYear",
                table: "AreaPopulations",
                columns: new[] { "AreaId", "MidYear" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Activities_InitiativeId",
                table: "Activities",
                column: "InitiativeId");
        }
    }
}
