using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CoSellConnector.PluginHost.Json;
using Microsoft.Xrm.Sdk;

namespace CoSellConnector.PluginHost.Values;

/// <summary>Turns SDK values into the tagged JSON of the bridge; decimals and 64-bit numbers become text, so no digit is lost.</summary>
static class ValueWriter
{
    /// <summary>Throws <see cref="NotSupportedException"/> for types the bridge does not carry.</summary>
    public static object? Write(object? value) => value switch
    {
        null or bool or int or double or string => value,
        decimal number => Tagged("dec", Text(number)),
        long number => Tagged("long", number.ToString(CultureInfo.InvariantCulture)),
        Guid id => Tagged("guid", Text(id)),
        DateTime moment => Tagged("dt", Text(moment)),
        Money money => Tagged("money", Text(money.Value)),
        OptionSetValue option => Tagged("opt", option.Value),
        OptionSetValueCollection options => Tagged("opts", new JsonArray(options.Select(option => (object?)option.Value))),
        EntityReference reference => Write(reference),
        AliasedValue alias => Write(alias),
        Entity entity => Write(entity),
        EntityCollection entities => Write(entities),
        Enum choice => Convert.ToInt32(choice, CultureInfo.InvariantCulture),
        IList list => new JsonArray(list.Cast<object?>().Select(Write)),
        _ => ColumnWriter.Write(value) ?? throw new NotSupportedException($"The bridge carries no {value.GetType().FullName}."),
    };

    public static JsonObject Write(Entity entity)
    {
        var json = new JsonObject { ["$t"] = "entity", ["table"] = entity.LogicalName };
        if (entity.Id != Guid.Empty) json["id"] = Text(entity.Id);
        json["attributes"] = Members(entity.Attributes, Write);
        if (entity.RowVersion != null) json["rowVersion"] = entity.RowVersion;
        if (entity.FormattedValues.Count > 0) json["formatted"] = Members(entity.FormattedValues, words => words);
        if (entity.KeyAttributes.Count > 0) json["keys"] = Members(entity.KeyAttributes, Write);
        return json;
    }

    public static JsonArray Rows(EntityCollection entities) => new(entities.Entities.Select(Write));

    public static string Text(Guid id) => id.ToString("D");

    /// <summary>Dataverse speaks UTC only; dates without a zone are UTC too.</summary>
    public static string Text(DateTime moment)
    {
        var utc = moment.Kind == DateTimeKind.Local ? moment.ToUniversalTime() : moment;
        return utc.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
    }

    static string Text(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    static JsonObject Write(EntityReference reference)
    {
        var json = new JsonObject { ["$t"] = "ref", ["table"] = reference.LogicalName, ["id"] = Text(reference.Id) };
        if (reference.Name != null) json["name"] = reference.Name;
        return json;
    }

    static JsonObject Write(AliasedValue alias) => new()
    {
        ["$t"] = "alias",
        ["table"] = alias.EntityLogicalName,
        ["column"] = alias.AttributeLogicalName,
        ["v"] = Write(alias.Value),
    };

    static JsonObject Write(EntityCollection entities)
    {
        var json = new JsonObject { ["$t"] = "entities", ["table"] = entities.EntityName, ["rows"] = Rows(entities) };
        if (entities.MoreRecords) json["moreRecords"] = true;
        if (entities.PagingCookie != null) json["pagingCookie"] = entities.PagingCookie;
        return json;
    }

    static JsonObject Tagged(string tag, object? value) => new() { ["$t"] = tag, ["v"] = value };

    static JsonObject Members<T>(IEnumerable<KeyValuePair<string, T>> source, Func<T, object?> write)
    {
        var members = new JsonObject();
        foreach (var member in source) members[member.Key] = write(member.Value);
        return members;
    }
}
