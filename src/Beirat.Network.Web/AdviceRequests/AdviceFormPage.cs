using Beirat.Network.AdviceRequests;
using Beirat.Network.Common;
using Beirat.Network.Web.Components;
using Beirat.Network.Web.Http;
using Beirat.Network.Web.Layout;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.AdviceRequests;

/// <summary>
/// A form about one request. Sessions that ran out, forms that came twice and steps that others took meanwhile cost
/// nothing of what was typed.
/// </summary>
public abstract class AdviceFormPage : PortalPage
{
    [Inject]
    public AdviceRequestQuery Requests { get; set; } = default!;

    [Parameter]
    public Guid Id { get; set; }

    protected AdviceRequestView? Request { get; private set; }

    protected Dictionary<string, string> Errors { get; } = [];

    /// <summary>What stands above the form: a step that others took, a session that is over.</summary>
    protected string? Warning { get; set; }

    /// <summary>The session ended while somebody wrote: the form is shown with its text, and nothing is done.</summary>
    protected bool IsSignedOut { get; private set; }

    protected string Here => $"/beratung/anfragen/{Id}";

    protected string Prefix => Errors.Count > 0 ? $"{Say.Before(LayoutTexts.ErrorPrefix)} " : string.Empty;

    private bool IsPost => HttpMethods.IsPost(Context.Request.Method);

    protected string? Error(string field) => Errors.GetValueOrDefault(field);

    /// <summary>True when the viewer may use the form now. A form that was sent is shown again in any case.</summary>
    protected abstract bool MayUse(AdviceRights rights);

    /// <summary>Reads what the form needs besides the request; false when it is not there for the viewer.</summary>
    protected virtual Task<bool> ReadAsync() => Task.FromResult(true);

    protected override async Task LoadAsync()
    {
        if (!Viewer.IsSignedIn)
        {
            IsSignedOut = IsPost;
            if (!IsPost) Navigation.NavigateTo(Address.With("/konto/anmelden", ("zurueck", Context.Request.Path + Context.Request.QueryString)));
            return;
        }

        Request = await Requests.RunAsync(Viewer, Id, Gone);
        if (Request is null || !(MayUse(Request.Rights) || IsPost) || !await ReadAsync())
        {
            Request = null;
            Navigation.NotFound();
        }
    }

    /// <summary>False: the form is only shown again.</summary>
    protected bool MaySend()
    {
        if (!TokenRefused && !IsSignedOut) return Request is not null;
        Warning = IsSignedOut ? AdviceRequestsTexts.SignedOut : LayoutTexts.FormExpired;
        Context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return false;
    }

    /// <summary>True when it happened; else the page says why not.</summary>
    protected bool Succeeded<T>(Outcome<T> outcome)
    {
        switch (outcome)
        {
            case Outcome<T>.Done: return true;
            case Outcome<T>.Invalid invalid:
                foreach (var (field, reason) in invalid.Fields) Errors[field] = Say.Refusal(reason);
                break;
            case Outcome<T>.Refused refused: Warning = Say.Refusal(refused.Reason); break;
            case Outcome<T>.NotFound: Navigation.NotFound(); break;
        }

        if (OutcomeResults.StatusOf(outcome) is { } status) Context.Response.StatusCode = status;
        return false;
    }
}
