using System;

namespace CoSellConnector.PluginHost;

/// <summary>
/// Why the host could not run the engine. The message is for people: what happened, what to do, who can do it;
/// the inner exception is for the trace.
/// </summary>
sealed class HostFailure(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    public string Code { get; } = code;
}
