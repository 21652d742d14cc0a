namespace Beirat.Network.People;

/// <summary>A person's picture, scaled and without any metadata. In a table of its own, so that lists do not read it.</summary>
public sealed class PersonPhoto
{
    private PersonPhoto() { }

    internal PersonPhoto(Guid personId, byte[] image) => (PersonId, Image) = (personId, image);

    public Guid PersonId { get; private set; }

    /// <summary>JPEG, at most <see cref="Edge"/> pixels wide and high.</summary>
    public byte[] Image { get; private set; } = [];

    /// <summary>Longest side in pixels.</summary>
    public const int Edge = 640;

    internal void Replace(byte[] image) => Image = image;
}
