using System;

namespace CoSellConnector.PluginHost.Bridge;

/// <summary>An answer of the bridge that is not <c>ok</c>.</summary>
sealed class BridgeRefusal(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
