namespace Beirat.Network.Messages;

/// <summary>How much people without account may write in 24 hours: to one person, and from one mail address.</summary>
public sealed record MessageLimits(int ToPerson, int FromMail)
{
    public static readonly MessageLimits Usual = new(ToPerson: 40, FromMail: 5);
}
