using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Beirat.Network.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Mandates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "CaretakerId",
                table: "Articles",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CouncilRules",
                columns: table => new
                {
                    Name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Allowed = table.Column<bool>(type: "boolean", nullable: false),
                    Source = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CouncilRules", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "Handovers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    SeatId = table.Column<Guid>(type: "uuid", nullable: false),
                    ChangeId = table.Column<Guid>(type: "uuid", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SessionsEndedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    StaysFindable = table.Column<bool>(type: "boolean", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CancelledAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Handovers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Handovers_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Handovers_Seats_SeatId",
                        column: x => x.SeatId,
                        principalTable: "Seats",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MandateChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    SeatId = table.Column<Guid>(type: "uuid", nullable: false),
                    SeatVersion = table.Column<int>(type: "integer", nullable: false),
                    ByAccountId = table.Column<Guid>(type: "uuid", nullable: true),
                    ByPersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    UndoneByPersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    UndoneSeatVersion = table.Column<int>(type: "integer", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MandateChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MandateChanges_Seats_SeatId",
                        column: x => x.SeatId,
                        principalTable: "Seats",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "HandoverTicks",
                columns: table => new
                {
                    HandoverId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    SubjectId = table.Column<Guid>(type: "uuid", nullable: false),
                    ByPersonId = table.Column<Guid>(type: "uuid", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HandoverTicks", x => new { x.HandoverId, x.Kind, x.SubjectId });
                    table.ForeignKey(
                        name: "FK_HandoverTicks_Handovers_HandoverId",
                        column: x => x.HandoverId,
                        principalTable: "Handovers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "MandateSteps",
                columns: table => new
                {
                    ChangeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    AssignmentId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    IsNew = table.Column<bool>(type: "boolean", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    UntilBefore = table.Column<DateOnly>(type: "date", nullable: true),
                    UntilAfter = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MandateSteps", x => new { x.ChangeId, x.Position });
                    table.ForeignKey(
                        name: "FK_MandateSteps_MandateChanges_ChangeId",
                        column: x => x.ChangeId,
                        principalTable: "MandateChanges",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_MandateSteps_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SeatAssignments_From_Id",
                table: "SeatAssignments",
                columns: new[] { "From", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SeatAssignments_Until_Id",
                table: "SeatAssignments",
                columns: new[] { "Until", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Articles_CaretakerId",
                table: "Articles",
                column: "CaretakerId");

            migrationBuilder.CreateIndex(
                name: "IX_Handovers_ChangeId",
                table: "Handovers",
                column: "ChangeId");

            migrationBuilder.CreateIndex(
                name: "IX_Handovers_LastDay_Id",
                table: "Handovers",
                columns: new[] { "LastDay", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Handovers_PersonId",
                table: "Handovers",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_Handovers_SeatId",
                table: "Handovers",
                column: "SeatId");

            migrationBuilder.CreateIndex(
                name: "IX_MandateChanges_At_Id",
                table: "MandateChanges",
                columns: new[] { "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_MandateChanges_SeatId_SeatVersion",
                table: "MandateChanges",
                columns: new[] { "SeatId", "SeatVersion" });

            migrationBuilder.CreateIndex(
                name: "IX_MandateSteps_PersonId",
                table: "MandateSteps",
                column: "PersonId");

            migrationBuilder.AddForeignKey(
                name: "FK_Articles_People_CaretakerId",
                table: "Articles",
                column: "CaretakerId",
                principalTable: "People",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Articles_People_CaretakerId",
                table: "Articles");

            migrationBuilder.DropTable(
                name: "CouncilRules");

            migrationBuilder.DropTable(
                name: "HandoverTicks");

            migrationBuilder.DropTable(
                name: "MandateSteps");

            migrationBuilder.DropTable(
                name: "Handovers");

            migrationBuilder.DropTable(
                name: "MandateChanges");

            migrationBuilder.DropIndex(
                name: "IX_SeatAssignments_From_Id",
                table: "SeatAssignments");

            migrationBuilder.DropIndex(
                name: "IX_SeatAssignments_Until_Id",
                table: "SeatAssignments");

            migrationBuilder.DropIndex(
                name: "IX_Articles_CaretakerId",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "CaretakerId",
                table: "Articles");
        }
    }
}
