namespace Beirat.Network.Web.Organizations;

/// <summary>Why a change of a relation, an end or the kind was refused: the id of its field, the reason in words, and what was typed.</summary>
public sealed record RecordFault(string Field, string Message, string? Kind, string? To, string? Since, string? Until);
