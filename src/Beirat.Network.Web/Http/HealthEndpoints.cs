using System.Globalization;
using Beirat.Network.Search;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Beirat.Network.Web.Http;

/// <summary>/health/live: the process answers. /health/ready: the index can be searched and keeps up.</summary>
internal static class HealthEndpoints
{
    private const string Ready = "ready";

    public static void AddHealth(this IServiceCollection services) =>
        services.AddHealthChecks().AddCheck<SearchCheck>("search", tags: [Ready]);

    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = c => c.Tags.Contains(Ready), ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        status = report.Status.ToString(),
        checks = report.Entries.ToDictionary(e => e.Key, e => new { status = e.Value.Status.ToString(), e.Value.Data }),
    });

    private sealed class SearchCheck(SearchHealth search) : IHealthCheck
    {
        private const long TooFarBehind = 10_000;

        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            var state = await search.RunAsync(cancellationToken);
            var data = new Dictionary<string, object> { ["behind"] = state.Behind, ["parked"] = state.Parked };
            if (!state.Ready) return HealthCheckResult.Unhealthy("The search index is being built.", data: data);
            return state.Parked > 0 || state.Behind > TooFarBehind
                ? HealthCheckResult.Degraded(string.Create(CultureInfo.InvariantCulture, $"{state.Behind} behind, {state.Parked} parked"), data: data)
                : HealthCheckResult.Healthy(data: data);
        }
    }
}
