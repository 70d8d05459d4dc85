using System.Collections.Concurrent;
using CoSellConnector.PluginHost.Bridge;

namespace CoSellConnector.PluginHost.Script;

/// <summary>
/// Engines that have run one engine script and wait for calls: as many as calls ever ran at once, within a limit. To run the
/// top level anew costs more than most calls.
/// </summary>
sealed class WarmEngines
{
    const int MaxIdle = 8;

    /// <summary>Bounds what an engine gathers in its caches.</summary>
    const int MaxCalls = 1000;

    readonly ConcurrentBag<WarmEngine> idle = new();

    /// <summary>Returns the JSON that the script answers with; an engine that throws is thrown away.</summary>
    public string Handle(EngineScript script, string requestJson, HostBridge bridge, Budget budget)
    {
        if (!idle.TryTake(out var engine)) engine = new WarmEngine(script, budget);
        string? answer = null;
        try
        {
            return answer = engine.Handle(requestJson, bridge, budget);
        }
        finally
        {
            if (answer != null && engine.Calls < MaxCalls && idle.Count < MaxIdle) idle.Add(engine);
            else engine.Dispose();
        }
    }
}
