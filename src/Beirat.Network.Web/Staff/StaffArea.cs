using Beirat.Network.Web.AdviceRequests;
using Beirat.Network.Web.Components;
using Beirat.Network.Web.Council;
using Beirat.Network.Web.Discussions;
using Beirat.Network.Web.Handovers;
using Beirat.Network.Web.Http;
using Beirat.Network.Web.Knowledge;
using Beirat.Network.Web.Ledger;
using Beirat.Network.Web.Organizations;
using Beirat.Network.Web.People;
using Beirat.Network.Web.SearchDesk;
using Beirat.Network.Web.Vocabulary;

namespace Beirat.Network.Web.Staff;

/// <summary>What the staff area shows first. A feature adds a line.</summary>
internal static class StaffArea
{
    public static void AddStaffArea(this IServiceCollection services)
    {
        services.AddScoped<IStaffCards, CouncilCards>();
        services.AddScoped<IStaffCards, AdviceRequestCards>();
        services.AddScoped<IStaffCards, HandoverCards>();
        services.AddScoped<IStaffCards, ClaimCards>();
        services.AddScoped<IStaffCards, ContestCards>();
        services.AddScoped<IStaffCards, PeopleCards>();
        services.AddScoped<IStaffCards, ReviewCards>();
        services.AddScoped<IStaffCards, ConceptCards>();
        services.AddScoped<IStaffCards, ReportCards>();
        services.AddScoped<IStaffCards, DeskCards>();
    }

    /// <summary>
    /// The second lock beside <see cref="StaffOnlyPage"/>: nobody else gets as far as a page, whatever they send, and a
    /// guessed address answers like every other. Whoever is not signed in is asked to, at whichever address.
    /// </summary>
    public static void UseStaffArea(this WebApplication app) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments("/verwaltung") && !context.Viewer().IsStaff,
        branch => branch.Run(context =>
        {
            if (!context.Viewer().IsSignedIn && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)))
                context.Response.Redirect(Address.With("/konto/anmelden", ("zurueck", context.Request.Path + context.Request.QueryString)));
            else context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }));
}
