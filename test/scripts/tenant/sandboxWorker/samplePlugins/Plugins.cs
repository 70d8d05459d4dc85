using System;
using System.ServiceModel;
using System.Threading;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace SamplePlugins;

public abstract class Sample : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
        var context = (IPluginExecutionContext)serviceProvider.GetService(typeof(IPluginExecutionContext));
        var factory = (IOrganizationServiceFactory)serviceProvider.GetService(typeof(IOrganizationServiceFactory));
        var tracing = (ITracingService)serviceProvider.GetService(typeof(ITracingService));
        Run(context, factory.CreateOrganizationService(Guid.Empty), tracing);
    }

    protected abstract void Run(IPluginExecutionContext context, IOrganizationService service, ITracingService tracing);
}

public sealed class Echo(string unsecure, string secure) : Sample
{
    protected override void Run(IPluginExecutionContext context, IOrganizationService service, ITracingService tracing)
    {
        tracing.Trace("configured {0}, {1}", unsecure ?? "nothing", secure ?? "nothing");
        Console.WriteLine("what a plug-in prints is nobody's message");
        context.OutputParameters.AddRange(context.InputParameters);
    }
}

public sealed class Careless : Sample
{
    protected override void Run(IPluginExecutionContext context, IOrganizationService service, ITracingService tracing) =>
        throw new ArgumentException("no such thing");
}

public sealed class Deliberate : Sample
{
    protected override void Run(IPluginExecutionContext context, IOrganizationService service, ITracingService tracing) =>
        throw new InvalidPluginExecutionException(OperationStatus.Retry, unchecked((int)0x80041234), "Later, please.");
}

/// <summary>Catches the fault type that the platform throws.</summary>
public sealed class Careful : Sample
{
    protected override void Run(IPluginExecutionContext context, IOrganizationService service, ITracingService tracing)
    {
        try
        {
            service.Retrieve("account", Guid.NewGuid(), new ColumnSet("name"));
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            context.OutputParameters["Code"] = fault.Detail.ErrorCode;
            context.OutputParameters["Message"] = fault.Message;
        }
    }
}

public sealed class Endless : Sample
{
    protected override void Run(IPluginExecutionContext context, IOrganizationService service, ITracingService tracing)
    {
        tracing.Trace("falling asleep");
        Thread.Sleep(Timeout.Infinite);
    }
}

public sealed class Fatal : Sample
{
    protected override void Run(IPluginExecutionContext context, IOrganizationService service, ITracingService tracing) =>
        Environment.FailFast("the end");
}
