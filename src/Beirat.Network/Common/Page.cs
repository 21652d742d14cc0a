namespace Beirat.Network.Common;

/// <summary>A part of a list. <see cref="Next"/> is the key to ask for the following part with; null at the end.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
