using System;
using Microsoft.Xrm.Sdk;

namespace SandboxWorker;

/// <summary>The three services every plug-in asks for; for any other type null, as the platform answers.</summary>
sealed class ServiceProvider(IPluginExecutionContext context, ITracingService tracing, IOrganizationServiceFactory factory) : IServiceProvider
{
    public object? GetService(Type serviceType)
    {
        if (serviceType == typeof(IPluginExecutionContext) || serviceType == typeof(IExecutionContext)) return context;
        if (serviceType == typeof(ITracingService)) return tracing;
        return serviceType == typeof(IOrganizationServiceFactory) ? factory : null;
    }
}
