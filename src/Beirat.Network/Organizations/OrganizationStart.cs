using Beirat.Network.Common;
using Beirat.Network.Data;
using Beirat.Network.People;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Organizations;

/// <summary>Puts an organisation on record. <see cref="Anyway"/>: also when one of that name is there already.</summary>
public sealed record OrganizationStart(string Name, OrganizationKind Kind, bool Anyway = false);

/// <summary>Says what an organisation, named by its slug, is.</summary>
public sealed record OrganizationKindChange(string Slug, OrganizationKind Kind);

/// <summary>Organisations as records, kept by staff. What they tell about themselves is changed by <see cref="OrganizationChangeHandler"/>.</summary>
public sealed class OrganizationStartHandler
{
    private const int NamesakesShown = 20;

    private readonly NetworkDb _db;

    internal OrganizationStartHandler(NetworkDb db) => _db = db;

    /// <summary>Those on record under the name that was typed in, whatever its case and accents. Empty for everybody but staff.</summary>
    public async Task<IReadOnlyList<NamedLink>> NamesakesAsync(Viewer viewer, string name, CancellationToken cancellation = default) => viewer.IsStaff
        ? await Namesakes(TextRules.Clean(name)).OrderBy(o => o.Slug).Take(NamesakesShown).Select(o => new NamedLink(o.Slug, o.Name)).ToListAsync(cancellation)
        : [];

    /// <summary>Returns the slug.</summary>
    public async Task<Outcome<string>> RunAsync(Viewer viewer, OrganizationStart command, CancellationToken cancellation = default)
    {
        if (!viewer.IsStaff) return new Outcome<string>.NotFound();
        var name = TextRules.Clean(command.Name);
        var faults = new Dictionary<string, Refusal>();
        faults.Text("name", name, OrganizationChangeHandler.MaxName, required: true);
        if (!Enum.IsDefined(command.Kind)) faults["kind"] = Refusal.Empty;
        if (faults.Count == 0 && !command.Anyway && await Namesakes(name).AnyAsync(cancellation)) faults["name"] = Refusal.OrganizationOnRecord;
        if (faults.Count > 0) return new Outcome<string>.Invalid(faults);
        var id = Guid.CreateVersion7();
        var slug = Slug.From(name);
        if (await _db.Organizations.AnyAsync(o => o.Slug == slug, cancellation)) slug = $"{slug[..Math.Min(slug.Length, Slug.MaxLength - 7)]}-{id.ToString("N")[^6..]}";
        _db.Organizations.Add(new Organization(id, slug, name, command.Kind));
        await _db.SaveChangesAsync(cancellation);
        return new Outcome<string>.Done(slug);
    }

    /// <summary>Returns the slug.</summary>
    public async Task<Outcome<string>> RunAsync(Viewer viewer, OrganizationKindChange command, CancellationToken cancellation = default)
    {
        if (!viewer.IsStaff || await _db.Organizations.FirstOrDefaultAsync(o => o.Slug == command.Slug, cancellation) is not { } organization)
            return new Outcome<string>.NotFound();
        if (!Enum.IsDefined(command.Kind)) return new Outcome<string>.Invalid("art", Refusal.Empty);
        organization.BeOf(command.Kind);
        try
        {
            await _db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Outcome<string>.Invalid("art", Refusal.ChangedMeanwhile);
        }

        return new Outcome<string>.Done(organization.Slug);
    }

    private IQueryable<Organization> Namesakes(string name)
    {
        var folded = Slug.Fold(name);
        return _db.Organizations.AsNoTracking().Where(o => o.SortName == folded);
    }
}
