using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Beirat.Network.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class EvidenceLedger : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SearchMisses_Question",
                table: "SearchMisses");

            migrationBuilder.AddColumn<string>(
                name: "Place",
                table: "SearchMisses",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "Endorsements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    TopicId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Endorsements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Endorsements_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Endorsements_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Endorsements_Topics_TopicId",
                        column: x => x.TopicId,
                        principalTable: "Topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EvidenceContests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SourceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    ContestedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvidenceContests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EvidenceContests_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PostMarks",
                columns: table => new
                {
                    PostId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DiscussionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PostMarks", x => new { x.PostId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_PostMarks_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_PostMarks_Posts_PostId",
                        column: x => x.PostId,
                        principalTable: "Posts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SearchMisses_Place_Question",
                table: "SearchMisses",
                columns: new[] { "Place", "Question" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Endorsements_ById_At",
                table: "Endorsements",
                columns: new[] { "ById", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Endorsements_PersonId_At",
                table: "Endorsements",
                columns: new[] { "PersonId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Endorsements_PersonId_ById_TopicId",
                table: "Endorsements",
                columns: new[] { "PersonId", "ById", "TopicId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Endorsements_TopicId",
                table: "Endorsements",
                column: "TopicId");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceContests_PersonId_Kind_SourceId",
                table: "EvidenceContests",
                columns: new[] { "PersonId", "Kind", "SourceId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceContests_SourceId",
                table: "EvidenceContests",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceContests_State_ContestedAt",
                table: "EvidenceContests",
                columns: new[] { "State", "ContestedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_PostMarks_PersonId",
                table: "PostMarks",
                column: "PersonId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Endorsements");

            migrationBuilder.DropTable(
                name: "EvidenceContests");

            migrationBuilder.DropTable(
                name: "PostMarks");

            migrationBuilder.DropIndex(
                name: "IX_SearchMisses_Place_Question",
                table: "SearchMisses");

            migrationBuilder.DropColumn(
                name: "Place",
                table: "SearchMisses");

            migrationBuilder.CreateIndex(
                name: "IX_SearchMisses_Question",
                table: "SearchMisses",
                column: "Question",
                unique: true);
        }
    }
}
