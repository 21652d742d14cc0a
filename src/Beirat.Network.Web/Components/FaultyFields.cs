namespace Beirat.Network.Web.Components;

/// <summary>What the fields with a fault are called, for the summary above them: several may be wrong in the same way.</summary>
public sealed class FaultyFields
{
    private readonly Dictionary<string, string> _labels = [];

    /// <summary>The summary stands before the fields, so it is told when one of them says its name.</summary>
    public event Action? Named;

    public string? LabelOf(string field) => _labels.GetValueOrDefault(field);

    public void Name(string field, string label)
    {
        if (_labels.TryGetValue(field, out var known) && known == label) return;
        _labels[field] = label;
        Named?.Invoke();
    }
}
