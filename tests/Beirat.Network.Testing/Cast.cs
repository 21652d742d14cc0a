using Microsoft.AspNetCore.Identity;

namespace Beirat.Network.Testing;

/// <summary>The people of the demo council by what they may do. Tests speak of them by these names.</summary>
public static class Cast
{
    public const string Password = "beirat-demo-2026";

    public const string Member = "mitglied@demo.example";
    public const string Deputy = "stellvertretung@demo.example";
    public const string Staff = "stabsstelle@demo.example";
    public const string Administrator = "verwaltung@demo.example";
    public const string Organization = "organisation@demo.example";
    public const string Office = "amt@demo.example";

    /// <summary>The day on which tests take place.</summary>
    public const string Clock = "2026-11-22T12:00:00Z";

    /// <summary>Tests sign in many hundred times. How slow a password is to guess is a setting of Identity and not what they prove.</summary>
    public static void QuickPasswords(PasswordHasherOptions options) => options.IterationCount = 1_000;
}
