using System.Collections.Generic;
using System.Linq;

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

    public string[] Texts(string name) =>
        [.. Array(name).Select(item => item as string ?? throw new JsonException($"\"{name}\" holds more than texts"))];

    /// <summary>False where it is missing.</summary>
    public bool Flag(string name) =>
        Any(name) switch { null => false, bool flag => flag, _ => throw new JsonException($"\"{name}\" has the wrong type") };

    public T? Optional<T>(string name) where T : class =>
        Any(name) is { } value ? value as T ?? throw new JsonException($"\"{name}\" has the wrong type") : null;

    /// <summary>Of whatever type; null where it is missing.</summary>
    public object? Any(string name) => TryGetValue(name, out var value) ? value : null;

    static JsonException Missing(string name, string kind) => new($"the {kind} \"{name}\" is missing");
}
