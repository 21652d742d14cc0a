using Beirat.Network.People;

namespace Beirat.Network.Council;

/// <summary>Who is meant: somebody on record, or a new person by name.</summary>
public sealed record PersonPick(Guid? PersonId, PersonName? NewName = null);
