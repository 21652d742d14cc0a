using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Beirat.Network.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class SearchDesk : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ExpectedHits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Question = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Language = table.Column<string>(type: "character varying(16)", maxLength: 16, nullable: false),
                    PageKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    PageKey = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true),
                    IsWanted = table.Column<bool>(type: "boolean", nullable: false),
                    Within = table.Column<int>(type: "integer", nullable: false),
                    ShownAs = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Without = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Audience = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    IsShipped = table.Column<bool>(type: "boolean", nullable: false),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Rank = table.Column<int>(type: "integer", nullable: true),
                    TriedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExpectedHits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OwnWords",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Key = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Word = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Parts = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OwnWords", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SearchMisses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Question = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "date", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    Days = table.Column<int>(type: "integer", nullable: false),
                    Times = table.Column<int>(type: "integer", nullable: false),
                    IsRelaxed = table.Column<bool>(type: "boolean", nullable: false),
                    IsDone = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchMisses", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ExpectedHits_Language",
                table: "ExpectedHits",
                column: "Language");

            migrationBuilder.CreateIndex(
                name: "IX_OwnWords_Key",
                table: "OwnWords",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SearchMisses_LastDay",
                table: "SearchMisses",
                column: "LastDay");

            migrationBuilder.CreateIndex(
                name: "IX_SearchMisses_Question",
                table: "SearchMisses",
                column: "Question",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ExpectedHits");

            migrationBuilder.DropTable(
                name: "OwnWords");

            migrationBuilder.DropTable(
                name: "SearchMisses");
        }
    }
}
