using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Beirat.Network.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class EvidenceAndRequests : Migration
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
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<TimeOnly>(
                name: "QuietFrom",
                table: "OutgoingMails",
                type: "time without time zone",
                nullable: true);

            migrationBuilder.AddColumn<TimeOnly>(
                name: "QuietUntil",
                table: "OutgoingMails",
                type: "time without time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "AdviceRequestId",
                table: "Discussions",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AdviceRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    AskedById = table.Column<Guid>(type: "uuid", nullable: true),
                    OrganizationId = table.Column<Guid>(type: "uuid", nullable: true),
                    Question = table.Column<string>(type: "text", nullable: false),
                    Language = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Confidentiality = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Deadline = table.Column<DateOnly>(type: "date", nullable: false),
                    Minutes = table.Column<int>(type: "integer", nullable: true),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LastVersion = table.Column<int>(type: "integer", nullable: false),
                    ReleasedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReleasedById = table.Column<Guid>(type: "uuid", nullable: true),
                    DeliveredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DeliveredById = table.Column<Guid>(type: "uuid", nullable: true),
                    Verdict = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    VerdictReason = table.Column<string>(type: "text", nullable: false),
                    RepliedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RepliedById = table.Column<Guid>(type: "uuid", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AdviceRequests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AdviceRequests_Organizations_OrganizationId",
                        column: x => x.OrganizationId,
                        principalTable: "Organizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "DiscussionReaders",
                columns: table => new
                {
                    DiscussionId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    AsMember = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DiscussionReaders", x => new { x.DiscussionId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_DiscussionReaders_Discussions_DiscussionId",
                        column: x => x.DiscussionId,
                        principalTable: "Discussions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_DiscussionReaders_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Endorsements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    TopicId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    Language = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(160)", maxLength: 160, nullable: false),
                    Reason = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    ContestedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DecidedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    Note = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
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
                name: "MailRhythms",
                columns: table => new
                {
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    QuietFrom = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    QuietUntil = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    Weekly = table.Column<bool>(type: "boolean", nullable: false),
                    DigestOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailRhythms", x => x.AccountId);
                    table.ForeignKey(
                        name: "FK_MailRhythms_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PostMarks",
                columns: table => new
                {
                    PostId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    DiscussionId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "AdviceAssignments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    AskedById = table.Column<Guid>(type: "uuid", nullable: true),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Answer = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Reason = table.Column<string>(type: "text", nullable: false),
                    HintToId = table.Column<Guid>(type: "uuid", nullable: true),
                    AbsentUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AdviceAssignments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AdviceAssignments_AdviceRequests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "AdviceRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AdviceAssignments_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.SetNull);
                });

            migrationBuilder.CreateTable(
                name: "AdviceComments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    OnVersion = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    Key = table.Column<Guid>(type: "uuid", nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ResolvedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ResolvedById = table.Column<Guid>(type: "uuid", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AdviceComments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AdviceComments_AdviceRequests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "AdviceRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AdviceReminders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    Step = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    AccountId = table.Column<Guid>(type: "uuid", nullable: false),
                    ByMail = table.Column<bool>(type: "boolean", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AdviceReminders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AdviceReminders_AdviceRequests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "AdviceRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AdviceTopics",
                columns: table => new
                {
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    TopicId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AdviceTopics", x => new { x.RequestId, x.TopicId });
                    table.ForeignKey(
                        name: "FK_AdviceTopics_AdviceRequests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "AdviceRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AdviceTopics_Topics_TopicId",
                        column: x => x.TopicId,
                        principalTable: "Topics",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AdviceVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    Html = table.Column<string>(type: "text", nullable: false),
                    Language = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    ById = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AdviceVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AdviceVersions_AdviceRequests_RequestId",
                        column: x => x.RequestId,
                        principalTable: "AdviceRequests",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SearchMisses_Place_Question",
                table: "SearchMisses",
                columns: new[] { "Place", "Question" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Discussions_AdviceRequestId",
                table: "Discussions",
                column: "AdviceRequestId");

            migrationBuilder.CreateIndex(
                name: "IX_AdviceAssignments_PersonId_AskedAt",
                table: "AdviceAssignments",
                columns: new[] { "PersonId", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_AdviceAssignments_RequestId_PersonId",
                table: "AdviceAssignments",
                columns: new[] { "RequestId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AdviceComments_RequestId_Key",
                table: "AdviceComments",
                columns: new[] { "RequestId", "Key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AdviceReminders_RequestId",
                table: "AdviceReminders",
                column: "RequestId");

            migrationBuilder.CreateIndex(
                name: "IX_AdviceReminders_SubjectId_Step_AccountId",
                table: "AdviceReminders",
                columns: new[] { "SubjectId", "Step", "AccountId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AdviceRequests_AccountId",
                table: "AdviceRequests",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_AdviceRequests_AskedAt_Id",
                table: "AdviceRequests",
                columns: new[] { "AskedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AdviceRequests_OrganizationId",
                table: "AdviceRequests",
                column: "OrganizationId");

            migrationBuilder.CreateIndex(
                name: "IX_AdviceRequests_State_Deadline_Id",
                table: "AdviceRequests",
                columns: new[] { "State", "Deadline", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AdviceTopics_TopicId",
                table: "AdviceTopics",
                column: "TopicId");

            migrationBuilder.CreateIndex(
                name: "IX_AdviceVersions_RequestId_Number",
                table: "AdviceVersions",
                columns: new[] { "RequestId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DiscussionReaders_PersonId",
                table: "DiscussionReaders",
                column: "PersonId");

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

            migrationBuilder.AddForeignKey(
                name: "FK_Discussions_AdviceRequests_AdviceRequestId",
                table: "Discussions",
                column: "AdviceRequestId",
                principalTable: "AdviceRequests",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Discussions_AdviceRequests_AdviceRequestId",
                table: "Discussions");

            migrationBuilder.DropTable(
                name: "AdviceAssignments");

            migrationBuilder.DropTable(
                name: "AdviceComments");

            migrationBuilder.DropTable(
                name: "AdviceReminders");

            migrationBuilder.DropTable(
                name: "AdviceTopics");

            migrationBuilder.DropTable(
                name: "AdviceVersions");

            migrationBuilder.DropTable(
                name: "DiscussionReaders");

            migrationBuilder.DropTable(
                name: "Endorsements");

            migrationBuilder.DropTable(
                name: "EvidenceContests");

            migrationBuilder.DropTable(
                name: "MailRhythms");

            migrationBuilder.DropTable(
                name: "PostMarks");

            migrationBuilder.DropTable(
                name: "AdviceRequests");

            migrationBuilder.DropIndex(
                name: "IX_SearchMisses_Place_Question",
                table: "SearchMisses");

            migrationBuilder.DropIndex(
                name: "IX_Discussions_AdviceRequestId",
                table: "Discussions");

            migrationBuilder.DropColumn(
                name: "Place",
                table: "SearchMisses");

            migrationBuilder.DropColumn(
                name: "QuietFrom",
                table: "OutgoingMails");

            migrationBuilder.DropColumn(
                name: "QuietUntil",
                table: "OutgoingMails");

            migrationBuilder.DropColumn(
                name: "AdviceRequestId",
                table: "Discussions");

            migrationBuilder.CreateIndex(
                name: "IX_SearchMisses_Question",
                table: "SearchMisses",
                column: "Question",
                unique: true);
        }
    }
}
