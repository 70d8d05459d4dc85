using System.Linq;
using CoSellConnector.PluginHost.Bridge;
using Jint;

namespace CoSellConnector.PluginHost.Script;

/// <summary>The engine script, parsed, with the JavaScript engines that have run it. Shared by all executions of a worker process.</summary>
sealed class EngineScript
{
    // Without the analysis, which takes longer than parsing; an engine works out the same by itself, once, for what it runs.
    static readonly ScriptPreparationOptions Preparation = new() { StaticAnalysis = false, CollectReferencedGlobals = true };

    readonly WarmEngines engines = new();

    /// <summary>Throws <see cref="ScriptPreparationException"/> when the text is no script.</summary>
    public EngineScript(string text, string name, long rowVersion)
    {
        TopLevel = Engine.PrepareScript(text, name, strict: true, Preparation);
        Sealing = Script.Sealing.For(TopLevel.ReferencedGlobals ?? Enumerable.Empty<string>());
        RowVersion = rowVersion;
        ShortHash = Sha256.Hex(text).Substring(0, 12);
    }

    public Prepared<Acornima.Ast.Script> TopLevel { get; }

    /// <summary>Runs after the top level and before the first call.</summary>
    public Prepared<Acornima.Ast.Script> Sealing { get; }

    /// <summary>Row version of the web resource it was read from.</summary>
    public long RowVersion { get; }

    /// <summary>First digits of the SHA-256 of its text: tells in a trace which script ran.</summary>
    public string ShortHash { get; }

    /// <summary>Returns the JSON that <c>CoSellEngine.handle</c> resolved with.</summary>
    public string Handle(string requestJson, HostBridge bridge, Budget budget) => engines.Handle(this, requestJson, bridge, budget);
}
