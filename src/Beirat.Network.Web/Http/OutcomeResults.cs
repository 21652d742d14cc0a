using Beirat.Network.Common;
using Beirat.Network.Web.Components;
using Beirat.Network.Web.Layout;

namespace Beirat.Network.Web.Http;

/// <summary>What an outcome means in HTTP. The only place that maps one to the other.</summary>
internal static class OutcomeResults
{
    public static IResult ToResult<T>(this Outcome<T> outcome, Func<T, IResult> done) => outcome switch
    {
        Outcome<T>.Done success => done(success.Value),
        Outcome<T>.Refused { Reason: Refusal.SignInFirst } => Results.Problem(statusCode: 401, title: Say.Refusal(Refusal.SignInFirst)),
        Outcome<T>.Refused { Reason: Refusal.NoRoom } => Results.Problem(statusCode: 507, title: Say.Refusal(Refusal.NoRoom)),
        Outcome<T>.Refused refused => Results.Problem(statusCode: 403, title: Say.Refusal(refused.Reason)),
        Outcome<T>.Invalid invalid => Results.ValidationProblem(
            invalid.Fields.ToDictionary(f => f.Key, f => new[] { Say.Refusal(f.Value) }), statusCode: 422),
        Outcome<T>.Stale => Results.Problem(statusCode: StatusOf(outcome), title: LayoutTexts.Stale),
        _ => Results.Problem(statusCode: 404),
    };

    /// <summary>The status of a page that shows its form again; null when the form was fine.</summary>
    public static int? StatusOf<T>(Outcome<T> outcome) => outcome switch
    {
        Outcome<T>.Invalid => StatusCodes.Status422UnprocessableEntity,
        Outcome<T>.Stale => StatusCodes.Status409Conflict,
        Outcome<T>.Refused => StatusCodes.Status409Conflict,
        _ => null,
    };
}
