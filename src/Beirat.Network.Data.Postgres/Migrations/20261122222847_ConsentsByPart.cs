using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Beirat.Network.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class ConsentsByPart : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Consents_Field_Purpose_Audience_PersonId_ExpiresOn",
                table: "Consents",
                columns: new[] { "Field", "Purpose", "Audience", "PersonId", "ExpiresOn" },
                filter: "\"WithdrawnAt\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Consents_Field_Purpose_Audience_PersonId_ExpiresOn",
                table: "Consents");
        }
    }
}
