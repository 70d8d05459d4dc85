using System;
using Microsoft.Xrm.Sdk;

namespace CoSellConnector.PluginHost;

/// <summary>What the platform hands to one execution.</summary>
sealed class PluginServices
{
    readonly ITracingService tracing;

    public PluginServices(IServiceProvider provider)
    {
        Context = Get<IPluginExecutionContext>(provider);
        tracing = Get<ITracingService>(provider);
        var factory = Get<IOrganizationServiceFactory>(provider);
        User = factory.CreateOrganizationService(Context.UserId);
        System = factory.CreateOrganizationService(null);
    }

    public IPluginExecutionContext Context { get; }

    /// <summary>Acts with the rights of the user the plug-in runs for.</summary>
    public IOrganizationService User { get; }

    /// <summary>Acts with every right.</summary>
    public IOrganizationService System { get; }

    // The platform takes a format string, and braces occur in what is traced.
    public void Trace(string text) => tracing.Trace("{0}", text);

    static T Get<T>(IServiceProvider provider) => (T)provider.GetService(typeof(T));
}
