using System;
using System.Globalization;
using CoSellConnector.PluginHost.Bridge;
using CoSellConnector.PluginHost.Json;
using CoSellConnector.PluginHost.Script;
using Microsoft.Xrm.Sdk;

namespace CoSellConnector.PluginHost;

/// <summary>
/// The one plug-in type of the solution: every custom API and every step runs the engine script, which decides by message.
/// The platform keeps and shares instances, so nothing here changes after construction.
/// </summary>
public sealed class EnginePlugin : IPlugin
{
    readonly int? configuredMs;

    public EnginePlugin() { }

    /// <summary>The unsecure configuration of a step may set its time limit: <c>budgetMs=5000</c>.</summary>
    public EnginePlugin(string? unsecureConfiguration) => configuredMs = Budget.Configured(unsecureConfiguration);

    public void Execute(IServiceProvider serviceProvider)
    {
        var services = new PluginServices(serviceProvider);
        var budget = new Budget(configuredMs ?? Budget.For(services.Context));
        try
        {
            Run(services, budget);
        }
        catch (Exception failure)
        {
            throw PluginFailure.From(failure, services, budget);
        }
    }

    static void Run(PluginServices services, Budget budget)
    {
        var script = EngineScripts.Current(services);
        var bridge = new HostBridge(services, budget);
        var request = EngineRequest.Write(services.Context, budget);
        var answer = EngineRun.Handle(script, request, bridge, budget);
        services.Trace(string.Format(
            CultureInfo.InvariantCulture,
            "Engine script {0}: {1} ms, of which {2} ms in {3} host calls.",
            script.ShortHash,
            budget.ElapsedMs,
            bridge.ElapsedMs,
            bridge.Calls));
        EngineAnswer.Apply(answer, services.Context);
    }
}
