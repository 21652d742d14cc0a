namespace Beirat.Network.Web.Discussions;

/// <summary>What the form of a report holds.</summary>
public sealed class ReportEntry
{
    public string? Kind { get; set; }

    public string? Text { get; set; }
}

/// <summary>What the office decides about a report.</summary>
public sealed class DecisionEntry
{
    public Guid Id { get; set; }

    public string? State { get; set; }

    public string? Decision { get; set; }
}

/// <summary>Whose writing is stopped, until when and why.</summary>
public sealed class StopEntry
{
    public string? Person { get; set; }

    public string? Until { get; set; }

    public string? Reason { get; set; }
}
