using System;

namespace Microsoft.Xrm.Sdk;

public interface IOrganizationServiceFactory
{
    /// <summary>Null asks for the SYSTEM user, whom no security check stops.</summary>
    IOrganizationService CreateOrganizationService(Guid? userId);
}
