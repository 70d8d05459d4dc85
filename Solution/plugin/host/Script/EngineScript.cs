using Jint;

namespace CoSellConnector.PluginHost.Script;

/// <summary>The engine script, parsed. Immutable, and shared by all executions of a worker process.</summary>
sealed class EngineScript(Prepared<Acornima.Ast.Script> prepared, long rowVersion, string shortHash)
{
    public Prepared<Acornima.Ast.Script> Prepared { get; } = prepared;

    /// <summary>Row version of the web resource it was read from.</summary>
    public long RowVersion { get; } = rowVersion;

    /// <summary>First digits of the SHA-256 of its text: tells in a trace which script ran.</summary>
    public string ShortHash { get; } = shortHash;
}
