using System.Globalization;
using System.Text.Json;
using Beirat.Network.Common;
using Beirat.Network.Exchange;

namespace Beirat.Network.AdviceRequests;

/// <summary>A list of requests as CSV: the same requests that the viewer sees on the page.</summary>
public sealed class AdviceExport
{
    private const char Separator = ';';

    private static readonly string[] Columns =
        ["id", "question", "kind", "confidentiality", "state", "organization", "asked_on", "deadline", "delivered_on", "replied_on", "asked", "accepted"];

    private readonly AdviceListQuery _lists;

    internal AdviceExport(AdviceListQuery lists) => _lists = lists;

    /// <summary>Writes page after page, so that a long list takes no more memory than a short one.</summary>
    public async Task RunAsync(Viewer viewer, AdviceList list, TextWriter file, CancellationToken cancellation = default)
    {
        await file.WriteAsync(CsvCells.Line(Columns, Separator).AsMemory(), cancellation);
        for (Guid? after = null; ;)
        {
            var page = await _lists.RunAsync(viewer, list, after, cancellation);
            foreach (var card in page.Items) await file.WriteAsync(CsvCells.Line(Cells(card), Separator).AsMemory(), cancellation);
            if (page.Next is not { } next) return;
            after = Guid.Parse(next);
        }
    }

    private static string[] Cells(AdviceCard card) =>
    [
        card.Id.ToString(), card.Title, Word(card.Kind), Word(card.Confidentiality), Word(card.State), card.Organization ?? string.Empty,
        Day(card.AskedAt), card.Deadline.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Day(card.DeliveredAt), Day(card.RepliedAt),
        card.Asked.ToString(CultureInfo.InvariantCulture), card.Accepted.ToString(CultureInfo.InvariantCulture),
    ];

    private static string Word(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static string Day(DateTimeOffset? at) => at?.InCity().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? string.Empty;
}
