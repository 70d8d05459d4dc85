using System;
using CoSellConnector.PluginHost.Bridge;
using CoSellConnector.PluginHost.Script;
using Microsoft.Xrm.Sdk;

namespace CoSellConnector.PluginHost;

/// <summary>
/// The one plug-in type of the solution: every custom API and every step runs the engine script, which decides by message.
/// The platform keeps and shares instances, so nothing here changes after construction.
/// </summary>
public sealed class EnginePlugin : IPlugin
{
    readonly string? configuration;

    public EnginePlugin() { }

    /// <summary>Takes the unsecure configuration of a step; see <see cref="StepConfiguration"/>.</summary>
    public EnginePlugin(string? unsecureConfiguration) => configuration = unsecureConfiguration;

    public void Execute(IServiceProvider serviceProvider)
    {
        var services = new PluginServices(serviceProvider);
        var settings = StepConfiguration.Parse(configuration);
        var budget = new Budget(settings.BudgetMs ?? Budget.For(services.Context));
        try
        {
            Run(services, settings, budget);
        }
        catch (Exception failure)
        {
            throw PluginFailure.From(failure, services, budget);
        }
    }

    static void Run(PluginServices services, StepConfiguration settings, Budget budget)
    {
        var script = EngineScripts.Current(services, settings.ScriptCheckMs);
        var bridge = new HostBridge(services, budget);
        try
        {
            var answer = script.Handle(EngineRequest.Write(services.Context, budget), bridge, budget);
            EngineAnswer.Apply(answer, services.Context);
        }
        finally
        {
            services.Trace(
                $"Engine script {script.ShortHash}: {budget.ElapsedMs} ms, of which {bridge.ElapsedMs} ms in {bridge.Calls} host calls.");
        }
    }
}
