using System;
using System.Collections;
using System.Linq;
using CoSellConnector.PluginHost.Json;

namespace CoSellConnector.PluginHost.Values;

/// <summary>
/// What a column takes, from the metadata that <c>RetrieveAttribute</c> answers. Its members are read by name: a member that
/// a kind of column, or a version of the SDK, does not have is simply left out.
/// </summary>
static class ColumnWriter
{
    const string ColumnType = "Microsoft.Xrm.Sdk.Metadata.AttributeMetadata";

    static readonly string[] Facts =
    [
        "LogicalName", "AttributeType", "IsValidForCreate", "IsValidForUpdate", "MaxLength", "MinValue", "MaxValue", "Precision", "Targets",
    ];

    /// <summary>Null for anything that is no column.</summary>
    public static JsonObject? Write(object value)
    {
        if (!IsColumn(value.GetType())) return null;
        var json = new JsonObject { ["$t"] = "column" };
        foreach (var fact in Facts)
            if (Read(value, fact) is { } found) json[char.ToLowerInvariant(fact[0]) + fact.Substring(1)] = ValueWriter.Write(found);
        if (Read(value, "OptionSet") is { } choices && Read(choices, "Options") is IEnumerable options)
            json["options"] = new JsonArray(options.Cast<object>().Select(option => Read(option, "Value")));
        return json;
    }

    static bool IsColumn(Type? type) => type != null && (type.FullName == ColumnType || IsColumn(type.BaseType));

    static object? Read(object source, string name) => source.GetType().GetProperty(name)?.GetValue(source, null);
}
