using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests.Mail;

/// <summary>Mail servers that say no, not now, or nothing.</summary>
public sealed class MailFaultTests : IAsyncLifetime
{
    private readonly MailPortal _portal = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData("RCPT", "451 4.2.0 later", "smtp 451")]
    [InlineData("(message)", "452 4.3.1 full", "smtp 452")]
    [InlineData("MAIL", "550 5.7.1 not you", "smtp 550")]
    public async Task A_server_that_says_not_now_is_asked_again(string command, string answer, string code)
    {
        _portal.Sink.Open().Refuse(command, answer);
        await WriteAsync();
        await _portal.PassAsync(async () => (await _portal.LogAsync()).Single().Fault == code, "the refusal");

        await _portal.ToAsync(Cast.Member);

        await _portal.PassAsync(async () => (await _portal.LogAsync()).Single().Sent, "the mail noted as sent");
        var row = (await _portal.LogAsync()).Single();
        Assert.Equal((2, null, 0), (row.Attempts, row.Fault, row.Length));
    }

    [Theory]
    [InlineData("RCPT", "550 5.1.1 nobody here")]
    [InlineData("(message)", "554 5.7.1 not wanted")]
    public async Task A_server_that_says_no_is_not_asked_again(string command, string answer)
    {
        _portal.Sink.Open().Refuse(command, answer);
        await WriteAsync();
        await _portal.PassAsync(async () => (await _portal.LogAsync()).Single().Parked, "the mail parked");

        for (var i = 0; i < 5; i++)
        {
            _portal.Time.Advance(TimeSpan.FromHours(13));
            await Task.Delay(50);
        }

        Assert.Empty(_portal.Sink.Messages);
        var row = (await _portal.LogAsync()).Single();
        Assert.Equal((1, $"smtp {answer[..3]}", false), (row.Attempts, row.Fault, row.Sent));
    }

    [Fact]
    public async Task A_server_that_is_down_gets_the_mail_when_it_is_back()
    {
        await WriteAsync();
        await _portal.PassAsync(async () => (await _portal.LogAsync()).Single().Fault == "no connection", "the fault");

        _portal.Sink.Open();

        Assert.Contains("Guten Tag", (await _portal.ToAsync(Cast.Member)).TextBody);
    }

    [Fact]
    public async Task A_server_without_encryption_gets_nothing_where_it_is_required()
    {
        _portal.With("Beirat:Mail:Security", "starttls");
        _portal.Sink.Open();
        await WriteAsync();

        await _portal.PassAsync(async () => (await _portal.LogAsync()).Single().Fault == "no encryption", "the fault");

        Assert.Empty(_portal.Sink.Messages);
        Assert.DoesNotContain(_portal.Sink.Heard, l => l.StartsWith("MAIL", StringComparison.Ordinal));
    }

    private async Task WriteAsync()
    {
        using var visitor = _portal.Visitor();
        await _portal.WriteAsync(visitor, "Guten Tag");
    }
}
