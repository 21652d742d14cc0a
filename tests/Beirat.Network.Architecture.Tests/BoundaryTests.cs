using ArchUnitNET.Fluent.Syntax.Elements.Types;
using Beirat.Network.Data;
using Xunit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Beirat.Network.Architecture.Tests;

/// <summary>Who may know whom.</summary>
public sealed class BoundaryTests
{
    [Fact]
    public void The_rules_know_no_http_and_no_html()
    {
        string[] web = ["Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Mvc", "Microsoft.AspNetCore.Components", "Microsoft.AspNetCore.SignalR", "Microsoft.AspNetCore.Routing", "Microsoft.AspNetCore.Hosting"];

        Assert.DoesNotContain(Parts.Core.References(), r => web.Any(w => r.StartsWith(w, StringComparison.Ordinal)));
        Assert.DoesNotContain(Parts.Core.References(), r => r == "System.Net.Http");
        Assert.DoesNotContain("Beirat.Network.Web", Parts.Core.References());
        Assert.DoesNotContain(Sources.Of("src/Beirat.Network", ".csproj"), f => f.Text.Contains("Microsoft.AspNetCore.App", StringComparison.Ordinal));
    }

    [Fact]
    public void The_rules_know_neither_of_the_two_databases() =>
        Assert.DoesNotContain(Parts.Core.References(), r => r.Contains("Sqlite", StringComparison.Ordinal) || r.Contains("Npgsql", StringComparison.Ordinal));

    [Fact]
    public void Lucene_stays_behind_search()
    {
        var users = Sources.Of("src", ".cs", ".razor").Where(f => f.Text.Contains("Lucene.", StringComparison.Ordinal)).Select(f => f.Path).ToList();

        Assert.Contains("src/Beirat.Network/Search/IndexGeneration.cs", users);
        Assert.All(users, f => Assert.StartsWith("src/Beirat.Network/Search/", f));
        Holds(Types().That().DoNotResideInNamespaceMatching(@"^Beirat\.Network\.Search").Should()
            .NotDependOnAnyTypesThat().ResideInNamespaceMatching(@"^Lucene\.Net"));
    }

    [Fact]
    public void The_database_is_reached_through_queries_and_use_cases_only()
    {
        Assert.False(typeof(NetworkDb).IsVisible);
        Assert.Equal(
            ["Beirat.Network.Architecture.Tests", "Beirat.Network.Data.Postgres", "Beirat.Network.Data.Sqlite", "Beirat.Network.Testing", "Beirat.Network.Tests"],
            Parts.Core.Friends().Where(f => f != "Beirat.Network.Benchmarks").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Pages_do_not_know_entity_framework()
    {
        Holds(Types().That().ResideInNamespaceMatching(@"^Beirat\.Network\.Web").Should()
            .NotDependOnAnyTypesThat().ResideInNamespaceMatching(@"^Microsoft\.EntityFrameworkCore"));
        Assert.DoesNotContain(Parts.Web.References(), r => r is "Microsoft.EntityFrameworkCore" or "Microsoft.EntityFrameworkCore.Relational");
        Assert.DoesNotContain(Sources.Of("src/Beirat.Network.Web", ".cs", ".razor"), f => f.Text.Contains("EntityFrameworkCore", StringComparison.Ordinal));
    }

    [Fact]
    public void No_query_hands_out_an_entity()
    {
        var entities = Parts.Core.GetTypes().Where(t => typeof(NetworkDb).GetProperties().Any(p => p.PropertyType.GenericTypeArguments.Contains(t))).ToHashSet();
        Assert.NotEmpty(entities);

        var given = from type in Parts.Core.GetTypes()
                    where type.IsPublic && (type.Name.EndsWith("Query", StringComparison.Ordinal) || type.Name.EndsWith("View", StringComparison.Ordinal))
                    from member in type.GetProperties().Select(p => p.PropertyType).Concat(type.GetMethods().Where(m => m.DeclaringType == type).Select(m => m.ReturnType))
                    from part in Parted(member)
                    where entities.Contains(part)
                    select $"{type.Name}: {part.Name}";

        Assert.Empty(given);
    }

    [Fact]
    public void Time_is_asked_of_the_provider_and_nobody_waits_by_sleeping() => Assert.DoesNotContain(
        Sources.Of("src", ".cs", ".razor").Concat(Sources.Of("tests", ".cs")).Where(f => f.Name != "BoundaryTests.cs"),
        f => f.Text.Contains("Thread.Sleep(", StringComparison.Ordinal));

    private static void Holds(TypesShouldConjunction rule) => Assert.Empty(rule.Evaluate(Parts.Code).Where(r => !r.Passed).Select(r => r.Description));

    private static IEnumerable<Type> Parted(Type type) => [type, .. type.GenericTypeArguments.SelectMany(Parted)];
}
