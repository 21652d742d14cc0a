using Beirat.Network.Messages;
using Beirat.Network.Web.Http;
using Microsoft.AspNetCore.Components;

namespace Beirat.Network.Web.Messages;

/// <summary>A message to a person.</summary>
[Route("/mitglieder/{Slug}/nachricht")]
[KeepsTyped]
public sealed class PersonMessagePage : MessagePage
{
    [Parameter]
    public string Slug { get; set; } = string.Empty;

    protected override string Here => $"/mitglieder/{Slug}/nachricht";

    protected override Task<Recipient?> FindAsync() => Recipients.RunAsync(Viewer, Slug, cancellation: Gone);
}

/// <summary>A message to a person who speaks for an organisation.</summary>
[Route("/organisationen/{Slug}/nachricht/{Person}")]
[KeepsTyped]
public sealed class OrganizationMessagePage : MessagePage
{
    [Parameter]
    public string Slug { get; set; } = string.Empty;

    [Parameter]
    public string Person { get; set; } = string.Empty;

    protected override string Here => $"/organisationen/{Slug}/nachricht/{Person}";

    protected override Task<Recipient?> FindAsync() => Recipients.RunAsync(Viewer, Person, Slug, Gone);
}
