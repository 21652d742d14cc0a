namespace Beirat.Network.Outbox;

/// <summary>Something in this process that must know soon when subjects changed. It may be told twice; it is not told what it missed while down.</summary>
public interface IChangeListener
{
    Task ChangedAsync(IReadOnlyList<Subject> subjects, CancellationToken cancellation);
}
