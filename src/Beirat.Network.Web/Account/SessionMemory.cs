using Beirat.Network.Accounts;

namespace Beirat.Network.Web.Account;

/// <summary>Reads which sessions ended while this process was not there, before the first request comes.</summary>
internal sealed class SessionMemory(IServiceScopeFactory scopes, EndedAccounts ended) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        ended.Remember(await scope.ServiceProvider.GetRequiredService<SessionEnd>().RecentAsync(cancellationToken));
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
