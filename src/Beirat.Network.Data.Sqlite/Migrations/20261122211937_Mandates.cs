using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Beirat.Network.Data.Sqlite.Migrations
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
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CouncilRules",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Allowed = table.Column<bool>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CouncilRules", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "Handovers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SeatId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChangeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SessionsEndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    StaysFindable = table.Column<bool>(type: "INTEGER", nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CancelledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SeatId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SeatVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    ByAccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ByPersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UndoneByPersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    UndoneSeatVersion = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
                    HandoverId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByPersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
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
                    ChangeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    AssignmentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    IsNew = table.Column<bool>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    UntilBefore = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    UntilAfter = table.Column<DateOnly>(type: "TEXT", nullable: true)
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
