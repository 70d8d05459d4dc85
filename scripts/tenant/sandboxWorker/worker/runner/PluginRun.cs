using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;

namespace SandboxWorker;

/// <summary>One call of <c>IPlugin.Execute</c>, from the tenant's message to the outcome sent back.</summary>
sealed class PluginRun(Dictionary<string, object?> message, PluginAssembly assembly, Calls calls, Channel channel)
{
    readonly int id = (int)message["run"]!;

    public void Execute()
    {
        var done = new Dictionary<string, object?> { ["is"] = "done", ["run"] = id };
        foreach (var member in Outcome()) done[member.Key] = member.Value;
        channel.Send(done);
    }

    Dictionary<string, object?> Outcome()
    {
        try
        {
            var context = new PluginExecutionContext((Dictionary<string, object?>)message["context"]!);
            var plugin = assembly.Instance((string)message["typeName"]!, message["configuration"] as string);
            plugin.Execute(new ServiceProvider(context, new TracingService(id, channel), new OrganizationServiceFactory(id, context.UserId, calls)));
            return new() { ["kind"] = "completed", ["outputParameters"] = ValueJson.Print(context.OutputParameters) };
        }
        catch (InvalidPluginExecutionException stopped)
        {
            var code = stopped.ErrorCode == 0 ? Faults.IsvAborted : stopped.ErrorCode;
            return Faults.Outcome(code, stopped.Message, retry: stopped.Status == OperationStatus.Retry);
        }
        catch (Exception failure)
        {
            new TracingService(id, channel).Trace("{0}", failure);
            return Faults.Unexpected(failure);
        }
    }
}
