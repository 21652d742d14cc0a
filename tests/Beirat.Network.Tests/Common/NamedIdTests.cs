using Beirat.Network.Common;
using Xunit;

namespace Beirat.Network.Tests.Common;

public sealed class NamedIdTests
{
    /// <summary>Addresses of the demo council hang on these: they must not change with a later version.</summary>
    [Theory]
    [InlineData("person", "aylin-demirtas", "f769162e-b9a7-5d4c-803c-59f5c43fa401")]
    [InlineData("discussion", "turmstrasse-was-wurde-daraus", "5d694db7-2c60-57fe-9885-c00597faebea")]
    public void The_same_name_has_the_same_id_for_ever(string kind, string name, string id) =>
        Assert.Equal(new Guid(id), NamedId.For(kind, name));

    [Fact]
    public void Kind_and_name_both_count()
    {
        Guid[] ids = [NamedId.For("a", "b"), NamedId.For("b", "a"), NamedId.For("a", "B"), NamedId.For("a", "bb"), NamedId.For("a", "ü")];

        Assert.Distinct(ids);
    }

    [Fact]
    public void An_id_says_that_it_follows_from_a_name()
    {
        var id = NamedId.For("topic", "teilhabe");

        Assert.Equal(5, id.Version);
        Assert.InRange(id.Variant, 8, 11);
    }
}
