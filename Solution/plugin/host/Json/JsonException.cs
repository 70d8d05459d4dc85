using System;

namespace CoSellConnector.PluginHost.Json;

/// <summary>The text is not JSON, or not the JSON that was agreed.</summary>
sealed class JsonException(string message) : Exception(message);
