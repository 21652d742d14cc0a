namespace Beirat.Network.Common;

/// <summary>Something to link to by its slug.</summary>
public sealed record NamedLink(string Slug, string Name);

/// <summary>A topic to link to. <see cref="Language"/> is the language of the label, for marking foreign parts.</summary>
public sealed record TopicLink(string Slug, string Label, string Language);
