namespace CoSellConnector.PluginHost;

/// <summary>The agreement between this assembly and the engine script; a change that breaks the other side counts it up.</summary>
static class HostApi
{
    public const int Number = 1;
}
