using System.Xml.Linq;
using Beirat.Network.Accounts;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Beirat.Network.Web.Account;

/// <summary>The keys of cookies and forms in the database, so that each node understands what another one gave out.</summary>
internal sealed class SharedKeys(SharedKeyStore store, TimeProvider time) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. store.All().Select(k => XElement.Parse(k))];

    public void StoreElement(XElement element, string friendlyName) =>
        store.Add(string.IsNullOrEmpty(friendlyName) ? Guid.NewGuid().ToString() : friendlyName, element.ToString(SaveOptions.DisableFormatting), time.GetUtcNow());

    public static void Use(IServiceCollection services) => services.AddOptions<KeyManagementOptions>()
        .Configure<SharedKeyStore, TimeProvider>((options, store, time) => options.XmlRepository = new SharedKeys(store, time));
}
