using System.Net.Mail;
using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.People;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Organizations;

/// <summary>What an organisation tells about itself. Topics are slugs, languages BCP 47 tags.</summary>
public sealed record OrganizationText(
    string Name, string ShortName, string Description, int? Founded, string District, OrganizationContact Contact,
    IReadOnlyList<string> Languages, IReadOnlyList<string> Topics);

/// <summary>Changes the page of an organisation, from the version that was read.</summary>
public sealed record OrganizationChange(string Slug, int Version, OrganizationText Text);

/// <inheritdoc cref="OrganizationChange"/>
public sealed class OrganizationChangeHandler
{
    public const int MaxName = 200;
    public const int MaxDescription = 10_000;
    public const int MaxLine = 300;

    private readonly NetworkDb _db;
    private readonly TopicDirectory _topics;
    private readonly TimeProvider _time;

    internal OrganizationChangeHandler(NetworkDb db, TopicDirectory topics, TimeProvider time) => (_db, _topics, _time) = (db, topics, time);

    /// <summary>What is stored now; null when there is no such organisation or the viewer may not change it.</summary>
    public async Task<OrganizationChange?> ReadAsync(Viewer viewer, string slug, CancellationToken cancellation = default)
    {
        var o = await _db.Organizations.AsNoTracking().Include(x => x.Topics).FirstOrDefaultAsync(x => x.Slug == slug, cancellation);
        if (o is null || !await MayChangeAsync(viewer, o.Id, cancellation)) return null;
        var names = await _topics.NamesAsync(cancellation);
        return new OrganizationChange(o.Slug, o.Version, new OrganizationText(
            o.Name, o.ShortName ?? string.Empty, o.Description, o.Founded, o.District ?? string.Empty,
            new OrganizationContact(o.Email, o.Phone, o.Website, o.MeetingPoint), o.Languages, [.. names.Links(o.Topics.Select(t => t.TopicId)).Select(t => t.Slug)]));
    }

    /// <summary>Staff, and whoever speaks for the organisation today.</summary>
    public async Task<bool> MayChangeAsync(Viewer viewer, Guid organization, CancellationToken cancellation = default)
    {
        if (viewer.IsStaff) return true;
        var today = _time.Today();
        return viewer.PersonId is { } person && await _db.Memberships.AnyAsync(
            m => m.PersonId == person && m.OrganizationId == organization && Membership.SpeakingRoles.Contains(m.Role)
                && m.From <= today && (m.Until == null || m.Until >= today), cancellation);
    }

    /// <summary>Returns the new version.</summary>
    public async Task<Outcome<int>> RunAsync(Viewer viewer, OrganizationChange command, CancellationToken cancellation = default)
    {
        var organization = await _db.Organizations.Include(o => o.Topics).FirstOrDefaultAsync(o => o.Slug == command.Slug, cancellation);
        if (organization is null || !await MayChangeAsync(viewer, organization.Id, cancellation)) return new Outcome<int>.NotFound();
        var names = await _topics.NamesAsync(cancellation);
        if (Refusals(command.Text, names) is { Count: > 0 } refusals) return new Outcome<int>.Invalid(refusals);
        if (organization.Version != command.Version) return new Outcome<int>.Stale(organization.Version);
        Apply(organization, command.Text, names);
        try
        {
            await _db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Outcome<int>.Stale(organization.Version);
        }

        return new Outcome<int>.Done(organization.Version);
    }

    private static void Apply(Organization organization, OrganizationText text, TopicNames names)
    {
        organization.Rename(TextRules.Clean(text.Name), TextRules.Clean(text.ShortName) is { Length: > 0 } name ? name : null);
        organization.Describe(
            TextRules.Clean(text.Description), text.Founded, TextRules.Clean(text.District) is { Length: > 0 } district ? district : null, text.Languages);
        organization.BeReached(new OrganizationContact(
            text.Contact.Email.Trim(), text.Contact.Phone.Trim(), text.Contact.Website.Trim(), TextRules.Clean(text.Contact.MeetingPoint)));
        organization.WorkOnlyOn([.. text.Topics.Select(t => names.BySlug(t)!.Id)]);
    }

    private Dictionary<string, Refusal> Refusals(OrganizationText text, TopicNames names)
    {
        var faults = new Dictionary<string, Refusal>();
        faults.Text("name", text.Name.Trim(), MaxName, required: true);
        faults.Text("shortName", text.ShortName, MaxName);
        faults.Text("description", text.Description, MaxDescription);
        faults.Text("district", text.District, MaxLine);
        faults.Text("meetingPoint", text.Contact.MeetingPoint, MaxLine);
        faults.Text("email", text.Contact.Email, MaxLine);
        faults.Text("phone", text.Contact.Phone, MaxLine);
        faults.Text("website", text.Contact.Website, MaxLine);
        if (text.Contact.Email is { Length: > 0 } email && !(MailAddress.TryCreate(email, out var mail) && mail.Address == email)) faults["email"] = Refusal.NotAnAddress;
        if (text.Contact.Website.Length > 0 && !IsWebAddress(text.Contact.Website)) faults["website"] = Refusal.NotAnAddress;
        if (text.Founded is { } year && (year < 1000 || year > _time.Today().Year)) faults["founded"] = Refusal.NotADate;
        if (text.Languages.Any(l => !Common.Languages.IsSpoken(l))) faults["languages"] = Refusal.UnknownLanguage;
        if (text.Topics.Any(t => names.BySlug(t) is null)) faults["topics"] = Refusal.UnknownTopic;
        return faults;
    }

    // Other schemes could run script or leave the web.
    private static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && address.Host.Contains('.', StringComparison.Ordinal);
}
