using Beirat.Network.Data;
using Microsoft.EntityFrameworkCore;

namespace Beirat.Network.Accounts;

/// <summary>A key by which nodes protect cookies and forms. All nodes of a portal must have the same.</summary>
public sealed class SharedKey
{
    private SharedKey() { }

    internal SharedKey(string name, string xml, DateTimeOffset at) => (Name, Xml, At) = (name, xml, at);

    public string Name { get; private set; } = string.Empty;

    public string Xml { get; private set; } = string.Empty;

    public DateTimeOffset At { get; private set; }
}

/// <summary>Keys that several nodes share, kept where they all look: in the database. Not asynchronous, because those who ask cannot wait.</summary>
public sealed class SharedKeyStore
{
    private readonly IDbContextFactory<NetworkDb> _factory;

    internal SharedKeyStore(IDbContextFactory<NetworkDb> factory) => _factory = factory;

    public IReadOnlyList<string> All()
    {
        using var db = _factory.CreateDbContext();
        return [.. db.Set<SharedKey>().AsNoTracking().OrderBy(k => k.At).Select(k => k.Xml)];
    }

    /// <summary>Keeps a key; the same name again changes nothing.</summary>
    public void Add(string name, string xml, DateTimeOffset at)
    {
        using var db = _factory.CreateDbContext();
        var moment = at.UtcDateTime;
        db.Database.ExecuteSql($"""INSERT INTO "SharedKeys" ("Name", "Xml", "At") VALUES ({name}, {xml}, {moment}) ON CONFLICT DO NOTHING""");
    }
}
