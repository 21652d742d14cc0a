using Beirat.Network.Common;
using Beirat.Network.Consents;
using Beirat.Network.Data;
using Beirat.Network.Organizations;
using Beirat.Network.People;
using Beirat.Network.Topics;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Networking;

/// <summary>
/// Whom the council looks for; at least a topic or a language is given. Needing: the number of organisations that work on
/// the topic, in the language, in the district, as far as given. Office: how the office that runs the council is reached.
/// </summary>
public sealed record CallView(TopicLink? Topic, string? Language, string? District, int Needing, OrganizationContact? Office);

/// <summary>What goes into a call for members for a gap.</summary>
public sealed class CallQuery
{
    /// <summary>The organisation that runs the council's office. Where there is none by this name, the call names no address.</summary>
    private const string OfficeSlug = "stabsstelle";

    private readonly NetworkDb _db;
    private readonly TopicDirectory _topics;
    private readonly TimeProvider _time;

    internal CallQuery(NetworkDb db, TopicDirectory topics, TimeProvider time) => (_db, _topics, _time) = (db, topics, time);

    /// <summary>Null when there is nothing to call for, or no such topic, language or district: nobody puts words of their own into a call.</summary>
    public async Task<CallView?> RunAsync(Viewer viewer, string? topic, string? language, string? district, CancellationToken cancellation = default)
    {
        if (topic is null && language is null) return null;
        var names = await _topics.NamesAsync(cancellation);
        var entry = names.BySlug(topic);
        if (topic is not null && entry is null) return null;
        if (language is not null && !await IsSpokenAsync(viewer, language, cancellation)) return null;
        if (district is not null && !await IsDistrictAsync(viewer, district, cancellation)) return null;
        var needing = new NetworkRecords(_db, names, viewer, _time.Today()).Organizations(new NetworkFilter(topic, language, district));
        var office = await _db.Organizations.Where(o => o.Slug == OfficeSlug)
            .Select(o => new OrganizationContact(o.Email, o.Phone, o.Website, o.MeetingPoint)).FirstOrDefaultAsync(cancellation);
        return new CallView(names.Link(entry?.Id), language, district, await needing.CountAsync(cancellation), office);
    }

    private async Task<bool> IsSpokenAsync(Viewer viewer, string language, CancellationToken cancellation)
    {
        if (Languages.IsKnown(language) || await _db.Organizations.AnyAsync(o => o.Languages.Contains(language), cancellation)) return true;
        var today = _time.Today();
        var showing = _db.PeopleShowing(ProfileField.Languages, viewer, today);
        return await _db.Members(today).AnyAsync(p => showing.Contains(p.Id) && p.Languages.Any(l => l.Code == language), cancellation);
    }

    private async Task<bool> IsDistrictAsync(Viewer viewer, string district, CancellationToken cancellation)
    {
        if (await _db.Organizations.AnyAsync(o => o.District == district, cancellation)) return true;
        var today = _time.Today();
        var showing = _db.PeopleShowing(ProfileField.Districts, viewer, today);
        return await _db.Members(today).AnyAsync(p => showing.Contains(p.Id) && p.Districts.Contains(district), cancellation);
    }
}
