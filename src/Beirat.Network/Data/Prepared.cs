using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Beirat.Network.Data;

/// <summary>A query that is asked very often, prepared once. A prepared query belongs to the model of one store, and a process may use several.</summary>
internal sealed class Prepared<TQuery>(Func<TQuery> prepare)
    where TQuery : class
{
    private readonly ConditionalWeakTable<IModel, TQuery> _queries = [];

    public TQuery For(NetworkDb db) => _queries.GetValue(db.Model, _ => prepare());
}
