using System.Globalization;
using Beirat.Network.Testing;
using Beirat.Network.Web.Tests.Messages;
using Microsoft.Data.Sqlite;
using MimeKit;

namespace Beirat.Network.Web.Tests.Mail;

/// <summary>The portal with a mail server beside it.</summary>
internal sealed class MailPortal : MessagePortal
{
    public const string Public = "https://beirat.example";

    /// <summary>Longer than the portal waits between two looks at what is due.</summary>
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(6);

    public MailPortal()
    {
        With("Beirat:Mail:Host", "127.0.0.1").With("Beirat:Mail:Port", Sink.Port.ToString(CultureInfo.InvariantCulture));
        With("Beirat:Mail:Security", "none").With("Beirat:Mail:From", "Beirat.Network <portal@beirat.example>");
        With("Beirat:PublicUrl", Public + "/");
    }

    public SmtpSink Sink { get; } = new();

    /// <summary>Waits for a mail to an address; time goes on meanwhile.</summary>
    public async Task<MimeMessage> ToAsync(string address, string subject = "")
    {
        MimeMessage? Find() => Sink.Messages.LastOrDefault(m => m.To.ToString() == address && m.Subject!.Contains(subject, StringComparison.Ordinal));
        await PassAsync(() => Task.FromResult(Find() is not null), $"a mail to {address}");
        return Find()!;
    }

    public async Task PassAsync(Func<Task<bool>> holds, string what) => await Wait.UntilAsync(
        async () =>
        {
            if (await holds()) return true;
            Time.Advance(Look);
            await Task.Delay(50);
            return await holds();
        },
        what);

    /// <summary>What the log of mails says: state, tries, last fault and length of the text, by address.</summary>
    public async Task<IReadOnlyList<(string To, bool Sent, bool Parked, int Attempts, string? Fault, int Length)>> LogAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(DataFolder, "network.db")};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """SELECT "To", SentAt IS NOT NULL, ParkedAt IS NOT NULL, Attempts, LastFault, length("Text") FROM OutgoingMails""";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<(string, bool, bool, int, string?, int)>();
        while (await reader.ReadAsync())
            rows.Add((reader.GetString(0), reader.GetBoolean(1), reader.GetBoolean(2), reader.GetInt32(3), reader.IsDBNull(4) ? null : reader.GetString(4), reader.GetInt32(5)));
        return rows;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Sink.DisposeAsync();
    }
}
