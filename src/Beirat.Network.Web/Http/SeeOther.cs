namespace Beirat.Network.Web.Http;

/// <summary>303 (RFC 9110, section 15.4.4): the change is made, look there.</summary>
internal static class SeeOther
{
    public static IResult To(string address) => new Answer(address);

    private sealed class Answer(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}
