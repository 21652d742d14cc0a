using Beirat.Network.Common;
using Beirat.Network.SearchDesk;
using Beirat.Network.Web.Components;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.SearchDesk;

/// <summary>German words that staff wants to be read in its own way.</summary>
public sealed partial class WordsPage
{
    [Inject]
    public OwnWordQuery Query { get; set; } = default!;

    [Inject]
    public OwnWordChangeHandler Handler { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "wort")]
    public OwnWordEntry? Entry { get; set; }

    private OwnWordList? List { get; set; }

    private WordPreview? Preview { get; set; }

    private Dictionary<string, string> Errors { get; set; } = [];

    protected override async Task LoadForStaffAsync()
    {
        Entry ??= new OwnWordEntry();
        List = await Query.RunAsync(Viewer, Gone);
    }

    private async Task SaveAsync()
    {
        if (TokenRefused) return;
        if (Entry!.Step == "preview")
        {
            Show(OwnWordChangeHandler.Check(Entry.Draft()));
            Preview = await Query.PreviewAsync(Viewer, Entry.Draft(), Gone);
            return;
        }

        switch (await Handler.RunAsync(Viewer, new OwnWordChange(Entry.Draft()), Gone))
        {
            case Outcome<Guid>.Done:
                Navigation.NavigateTo(DeskAddress.Words);
                break;
            case Outcome<Guid>.Invalid invalid:
                Show(invalid.Fields);
                break;
            default:
                Navigation.NotFound();
                break;
        }
    }

    private void Show(IReadOnlyDictionary<string, Refusal> faults)
    {
        Errors = faults.ToDictionary(f => f.Key, f => Say.Refusal(f.Value));
        if (Errors.Count > 0) Context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
    }

    private static string Split(string word, IReadOnlyList<string> parts) => parts.Count > 1 ? string.Join(" + ", parts) : Say.Format(QualityTexts.AsWhole, word);
}
