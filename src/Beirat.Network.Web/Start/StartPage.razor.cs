using Beirat.Network.Start;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Start;

/// <summary>What the portal is for, in numbers that it counts itself, with a way in for each group.</summary>
public sealed partial class StartPage
{
    [Inject]
    public StartQuery Query { get; set; } = default!;

    private StartView View { get; set; } = default!;

    protected override async Task LoadAsync() => View = await Query.RunAsync(Viewer, Gone);
}
