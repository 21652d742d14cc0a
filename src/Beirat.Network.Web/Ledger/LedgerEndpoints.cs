using Beirat.Network.Common;
using Beirat.Network.Endorsements;
using Beirat.Network.Ledger;
using Beirat.Network.Web.Http;
using Microsoft.AspNetCore.Mvc;

namespace Beirat.Network.Web.Ledger;

/// <summary>What is done in the own ledger by a button. "Not yours" reads as "not there".</summary>
internal static class LedgerEndpoints
{
    // A form parameter makes the framework check the antiforgery token.
    private const string Token = "__RequestVerificationToken";

    public static void MapLedger(this IEndpointRouteBuilder app)
    {
        app.MapPost($"{LedgerAddress.Own}/{{id:guid}}/ruecknahme", WithdrawAsync).ExcludeFromDescription();
        app.MapPost($"{LedgerAddress.Own}/referenzen/{{id:guid}}/entfernung", RemoveAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> WithdrawAsync(Guid id, HttpContext context, ContestHandler handler, [FromForm(Name = Token)] string token)
    {
        _ = token;
        return await handler.RunAsync(context.Viewer(), new ContestWithdrawal(id), context.RequestAborted) switch
        {
            Outcome<Guid>.Done => SeeOther.To($"{LedgerAddress.Own}?stand=zurueckgenommen"),
            Outcome<Guid>.Refused => SeeOther.To($"{LedgerAddress.Own}?stand=entschieden"),
            _ => Results.NotFound(),
        };
    }

    private static async Task<IResult> RemoveAsync(Guid id, HttpContext context, EndorsementHandler handler, [FromForm(Name = Token)] string token)
    {
        _ = token;
        return await handler.RunAsync(context.Viewer(), new EndorsementRemoval(id), context.RequestAborted) is Outcome<Guid>.Done
            ? SeeOther.To($"{LedgerAddress.Own}?stand=entfernt") : Results.NotFound();
    }
}
