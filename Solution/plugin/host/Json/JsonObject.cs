using System.Collections.Generic;

namespace CoSellConnector.PluginHost.Json;

/// <summary>
/// An object of JSON. Members hold null, bool, int, double, string, <see cref="JsonObject"/> or <see cref="JsonArray"/>.
/// </summary>
sealed class JsonObject : Dictionary<string, object?>
{
    public string Text(string name) => Optional<string>(name) ?? throw Missing(name, "text");

    public string? OptionalText(string name) => Optional<string>(name);

    public JsonObject Object(string name) => Optional<JsonObject>(name) ?? throw Missing(name, "object");

    public JsonArray Array(string name) => Optional<JsonArray>(name) ?? throw Missing(name, "array");

    public T? Optional<T>(string name) where T : class
    {
        if (!TryGetValue(name, out var value) || value is null) return null;
        return value as T ?? throw new JsonException($"\"{name}\" has the wrong type");
    }

    static JsonException Missing(string name, string kind) => new($"the {kind} \"{name}\" is missing");
}
