using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Beirat.Network.Data.Sqlite.Migrations
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
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Question = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    PageKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    PageKey = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    IsWanted = table.Column<bool>(type: "INTEGER", nullable: false),
                    Within = table.Column<int>(type: "INTEGER", nullable: false),
                    ShownAs = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Without = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Audience = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    IsShipped = table.Column<bool>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: true),
                    TriedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ExpectedHits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OwnWords",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Word = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Parts = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OwnWords", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SearchMisses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Question = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Days = table.Column<int>(type: "INTEGER", nullable: false),
                    Times = table.Column<int>(type: "INTEGER", nullable: false),
                    IsRelaxed = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsDone = table.Column<bool>(type: "INTEGER", nullable: false)
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
