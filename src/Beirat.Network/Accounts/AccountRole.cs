namespace Beirat.Network.Accounts;

/// <summary>What an account may do. The interface and the commands use these names in camel case ("expertMember").</summary>
public enum AccountRole
{
    Staff,
    Administrator,
    ExpertMember,
    Deputy,
    CouncilMember,
    OrganizationRepresentative,
    CityOffice,
}
