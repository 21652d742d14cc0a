namespace Beirat.Network.Networking;

/// <summary>A place in the picture, in units of its own; as many as CSS pixels when it is shown at its own size.</summary>
public readonly record struct Point(double X, double Y);

/// <summary>A node with its place: the middle of its shape, the size of the shape, and its label in lines that fit into it.</summary>
public sealed record PlacedNode(NetworkNode Node, Point Middle, double Width, double Height, IReadOnlyList<string> Lines)
{
    public double Left => Middle.X - (Width / 2);

    public double Top => Middle.Y - (Height / 2);
}

/// <summary>A tie as a cubic curve.</summary>
public sealed record PlacedTie(NetworkTie Tie, Point Start, Point FirstHandle, Point SecondHandle, Point End);

/// <summary>The network as it is drawn.</summary>
public sealed record NetworkPicture(double Width, double Height, IReadOnlyList<PlacedNode> Nodes, IReadOnlyList<PlacedTie> Ties);
