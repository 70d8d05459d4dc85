using System;
using Microsoft.Xrm.Sdk;

namespace SandboxWorker;

/// <summary>Null asks for SYSTEM, the empty GUID for the user the plug-in runs for.</summary>
sealed class OrganizationServiceFactory(int run, Guid contextUser, Calls calls) : IOrganizationServiceFactory
{
    public IOrganizationService CreateOrganizationService(Guid? userId) =>
        new OrganizationService(run, userId == Guid.Empty ? contextUser : userId, calls);
}
