using System;
using System.Collections.Concurrent;
using Microsoft.Xrm.Sdk;

namespace CoSellConnector.PluginHost.Script;

/// <summary>
/// Keeps the engine script of each organization for the life of the worker process. A newer web resource is noticed after
/// half a minute at most, at the price of one small query in that time.
/// </summary>
static class EngineScripts
{
    static readonly ConcurrentDictionary<Guid, Kept> Scripts = new();

    public static EngineScript Current(PluginServices services, int checkMs)
    {
        var organization = services.Context.OrganizationId;
        if (Scripts.TryGetValue(organization, out var kept) && kept.IsYounger(checkMs)) return kept.Script;
        var resource = new EngineWebResource(services.System);
        var script = kept != null && kept.Script.RowVersion == resource.RowVersion() ? kept.Script : resource.Load();
        Scripts[organization] = new Kept(script);
        return script;
    }

    sealed class Kept(EngineScript script)
    {
        readonly DateTime checkedOn = DateTime.UtcNow;

        public EngineScript Script { get; } = script;

        public bool IsYounger(int ms) => DateTime.UtcNow - checkedOn < TimeSpan.FromMilliseconds(ms);
    }
}
