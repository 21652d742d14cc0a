using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Beirat.Network.Testing;
using Xunit;

namespace Beirat.Network.Web.Tests;

/// <summary>"Not allowed" reads as "not found", to the last byte: nobody learns what exists by guessing.</summary>
public sealed partial class NotFoundAlikeTests(PortalFactory portal) : IClassFixture<PortalFactory>
{
    [Fact]
    public async Task What_is_hidden_answers_exactly_like_what_does_not_exist()
    {
        using var visitor = await AudienceCases.VisitorAsync(portal, Cast.Organization);
        var unknown = Guid.NewGuid().ToString();
        var hidden = Threads.ForStaff.ToString();
        string[] addresses = ["/diskussionen/{0}", "/diskussionen/{0}?ab=1", "/diskussionen/{0}?beitrag=2", "/api/diskussionen/{0}/beitraege", "/diskussionen?nach={0}"];
        foreach (var address in addresses)
        {
            var (one, other) = (await AnswerAsync(visitor, address, hidden), await AnswerAsync(visitor, address, unknown));
            Assert.Equal(other, one);
        }

        Assert.Equal(
            await AnswerAsync(visitor, "/wissen/{0}", "gibt-es-nicht"), await AnswerAsync(visitor, "/wissen/{0}", "fachrat-einholen-und-einfach-schreiben"));
        Assert.Equal(
            await AnswerAsync(visitor, "/wissen?nach={0}", "gibt-es-nicht"), await AnswerAsync(visitor, "/wissen?nach={0}", "fachrat-einholen-und-einfach-schreiben"));
    }

    [Fact]
    public async Task Writing_into_a_hidden_discussion_answers_like_writing_into_none()
    {
        using var visitor = await AudienceCases.VisitorAsync(portal, Cast.Organization);
        using var hidden = await visitor.PostAsync(Threads.ForMembers, "Hallo");
        using var unknown = await visitor.PostAsync(Guid.NewGuid(), "Hallo");

        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        Assert.Equal(
            TraceId().Replace(await unknown.Content.ReadAsStringAsync(), string.Empty), TraceId().Replace(await hidden.Content.ReadAsStringAsync(), string.Empty));
    }

    /// <summary>Status and body, with what was asked for and the id of the request taken out.</summary>
    private static async Task<string> AnswerAsync(Visitor visitor, string address, string subject)
    {
        using var answer = await visitor.Http.GetAsync(string.Format(CultureInfo.InvariantCulture, address, subject));
        var body = TraceId().Replace((await answer.Content.ReadAsStringAsync()).Replace(subject, "SUBJECT", StringComparison.Ordinal), string.Empty);
        return $"{(int)answer.StatusCode} {answer.Content.Headers.ContentType} {FormToken().Replace(body, string.Empty)}";
    }

    [GeneratedRegex("\"traceId\":\"[^\"]*\"")]
    private static partial Regex TraceId();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"[^\"]*\"")]
    private static partial Regex FormToken();
}
