using System.CommandLine;
using System.Text;
using Beirat.Network.Exchange;

namespace Beirat.Network.Web;

/// <summary>The operator's commands for files of people and organisations.</summary>
internal static class ExchangeCommands
{
    private const string People =
        """
        Reads people, their roles and seats from CSV (UTF-8, comma or semicolon). A line that cannot be taken is named and left out (exit code 2).

        Columns; * must be in the header:
          id*           the id elsewhere; the same id again updates. One role and one seat a line: a person may have several lines
          given_name*, family_name*
          email, phone, headline, about (Markdown), availability
          languages     ar:C2:advise+interpret;de:C1      uses: advise, interpret, translate
          professions   title|degree;…
          topics        slug or label, with a note: slug=note;…
          experience    title|place|from year|until year|note;…
          districts, communities   a;b
          absence       2026-01-05/2026-02-01
          organization  id (or last part of the address), with role (chair, deputyChair, contact, member, staff), from, until
          seat          number, with seat_order (0 holder, 1 first deputy), seat_from, seat_until

        What a cell leaves empty stays as it is; "-" empties it. In lists, a backslash stands before a separator that is none.
        An import gives no consent: what comes in is shown to nobody until the person agrees.
        """;

    private const string Organizations =
        """
        Reads organisations from CSV (UTF-8, comma or semicolon). A line that cannot be taken is named and left out (exit code 2).

        Columns; * must be in the header:
          id*           the id elsewhere; the same id again updates
          name*, kind*  council, office, federation, migrantOrganization, culturalCircle, association
          short_name, description (Markdown), founded (year), district, email, phone, website, meeting_point
          languages     de;tr
          topics        slug or label;…
          part_of       id of an organisation, also of one that comes later
          relations     memberOf>id;represents>id;talksTo>id>2020-01-01>2022-12-31      what is not listed any more ends today

        What a cell leaves empty stays as it is; "-" empties it.
        """;

    public static Command ImportPeople() => Import("people", People, (services, file, mode) => services.GetRequiredService<PersonImport>().RunAsync(file, mode),
        "No consent was given: what came in is shown to nobody until the people agree.");

    public static Command ImportOrganizations() =>
        Import("organizations", Organizations, (services, file, mode) => services.GetRequiredService<OrganizationImport>().RunAsync(file, mode), null);

    public static Command ExportPeople() => Export(
        "people", "Writes all people to CSV. The file holds personal data that nobody else may see; it is made readable for this user only.",
        (services, file) => services.GetRequiredService<PersonExport>().RunAsync(file));

    public static Command ExportOrganizations() => Export(
        "organizations", "Writes all organisations to CSV.", (services, file) => services.GetRequiredService<OrganizationExport>().RunAsync(file));

    private static Command Import(string name, string description, Func<IServiceProvider, Stream, ImportMode, Task<ExchangeReport>> run, string? note)
    {
        var file = new Argument<FileInfo>("FILE.csv") { Description = "The file to read." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Reads everything and says what would change; writes nothing." };
        var command = new Command(name, description) { file, dryRun };
        command.SetAction((parsed, _) => Commands.WithServicesAsync(async services =>
        {
            var path = parsed.GetValue(file)!;
            if (!path.Exists) return Commands.Fault(Commands.Wrong, $"There is no file {path.FullName}.");
            await using var lines = path.OpenRead();
            var mode = new ImportMode(parsed.GetValue(dryRun), new Commands.Counter("lines read"));
            var report = await run(services, lines, mode);
            return Tell(report, mode.DryRun, note);
        }));
        return command;
    }

    private static int Tell(ExchangeReport report, bool dryRun, string? note)
    {
        foreach (var warning in report.Warnings) Console.Error.WriteLine($"warning: {warning}");
        foreach (var fault in report.Faults) Console.Error.WriteLine(fault);
        if (report.Failed > report.Faults.Count) Console.Error.WriteLine($"… and {report.Failed - report.Faults.Count} more.");
        if (dryRun)
        {
            foreach (var change in report.Changes) Console.Out.WriteLine(change);
            if (report.Added + report.Changed > report.Changes.Count) Console.Out.WriteLine("…");
        }
        else if (note is not null && report.Added + report.Changed > 0)
        {
            Console.Out.WriteLine(note);
        }

        var counts = $"{report.Added} added, {report.Changed} changed, {report.Unchanged} unchanged, {report.Failed} left out, of {report.Lines} lines.";
        return Commands.Say(report.Failed == 0 ? 0 : Commands.InPart, dryRun ? $"Dry run, nothing was written: {counts}" : counts);
    }

    private static Command Export(string name, string description, Func<IServiceProvider, TextWriter, Task<int>> run)
    {
        var file = new Argument<FileInfo>("FILE.csv") { Description = "The file to write; one that is there is replaced when the new one is complete." };
        var command = new Command(name, description) { file };
        command.SetAction((parsed, _) => Commands.WithServicesAsync(async services =>
        {
            var path = parsed.GetValue(file)!.FullName;
            var written = await WriteAsync(path, text => run(services, text));
            return Commands.Say(0, $"{written} written to {path}.");
        }));
        return command;
    }

    /// <summary>Writes beside the file and puts it in its place at the end, never readable for others on the way.</summary>
    private static async Task<int> WriteAsync(string path, Func<TextWriter, Task<int>> write)
    {
        var beside = $"{path}.{Guid.NewGuid():N}.part";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            int written;
            await using (var text = new StreamWriter(beside, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), options)) written = await write(text);
            File.Move(beside, path, overwrite: true);
            return written;
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }
}
