using Beirat.Network.Data;

namespace Beirat.Network.Privacy;

/// <summary>Whose data: a person, and the accounts by which they sign in.</summary>
internal sealed record DataSubject(Guid? PersonId, IReadOnlyList<Guid> AccountIds);

/// <summary>
/// What one feature keeps of people, in both directions: told (GDPR, articles 15 and 20) and erased (article 17). A
/// feature that stores something about somebody adds one of these; nothing else has to know of it.
/// </summary>
internal interface IPersonalData
{
    /// <summary>Adds everything that is kept of them.</summary>
    Task ExportAsync(NetworkDb db, DataSubject who, PersonalExport export, CancellationToken cancellation);

    /// <summary>Erases it, or takes the person out of what has to stay. Saved by the caller, all in one transaction.</summary>
    Task EraseAsync(NetworkDb db, DataSubject who, CancellationToken cancellation);
}
