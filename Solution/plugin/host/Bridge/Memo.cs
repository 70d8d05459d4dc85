using System;
using System.Collections.Concurrent;
using CoSellConnector.PluginHost.Json;
using CoSellConnector.PluginHost.Values;

namespace CoSellConnector.PluginHost.Bridge;

/// <summary>
/// Short-lived memory of the worker process, such as access tokens. It may vanish at any time, and one process may serve
/// several organizations, which must never see each other's.
/// </summary>
sealed class Memo(Guid organizationId)
{
    static readonly ConcurrentDictionary<string, Entry> Entries = new(StringComparer.Ordinal);

    public JsonObject Get(JsonObject args)
    {
        var found = Entries.TryGetValue(Key(args), out var entry) && entry.ExpiresOn > DateTime.UtcNow;
        return new() { ["value"] = found ? entry!.Value : null };
    }

    public JsonObject Put(JsonObject args)
    {
        Entries[Key(args)] = new Entry(args.Text("value"), ValueReader.ReadMoment(args.Text("expiresOn")));
        return [];
    }

    string Key(JsonObject args) => $"{organizationId:N} {args.Text("key")}";

    sealed class Entry(string value, DateTime expiresOn)
    {
        public string Value { get; } = value;

        public DateTime ExpiresOn { get; } = expiresOn;
    }
}
