using Beirat.Network.Common;
using Beirat.Network.Handovers;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Handovers;

public sealed class AnswerEntry
{
    /// <summary>"ja" or "nein"; nothing is chosen beforehand.</summary>
    public string? Answer { get; set; }
}

/// <summary>The question at the end of a mandate, for the person alone.</summary>
public sealed partial class OwnHandoverPage
{
    [Inject]
    public HandoverQuery Query { get; set; } = default!;

    [Inject]
    public HandoverWork Work { get; set; } = default!;

    [SupplyParameterFromQuery]
    public string? Gespeichert { get; set; }

    [SupplyParameterFromForm(FormName = "antwort")]
    public AnswerEntry? Entry { get; set; }

    private OwnHandover? Own { get; set; }

    private Dictionary<string, string> Errors { get; } = [];

    protected override async Task LoadAsync()
    {
        Own = await Query.OwnAsync(Viewer, Gone);
        Entry ??= new AnswerEntry { Answer = Own?.StaysFindable switch { true => "ja", false => "nein", null => null } };
        if (Own is null) Navigation.NotFound();
    }

    private async Task AnswerAsync()
    {
        if (TokenRefused || Own is null) return;
        if (Entry!.Answer is not ("ja" or "nein"))
        {
            Errors["answer"] = HandoversTexts.OwnChoose;
            Context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
        else if (await Work.AnswerAsync(Viewer, Own.Id, Entry.Answer == "ja", Gone) is Outcome<Guid>.Done)
        {
            Navigation.NavigateTo("/konto/uebergabe?gespeichert=1");
        }
    }
}
