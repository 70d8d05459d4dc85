using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CoSellConnector.PluginHost.Json;
using Microsoft.Xrm.Sdk;

namespace CoSellConnector.PluginHost.Values;

/// <summary>Turns the tagged JSON of the bridge into SDK values. Throws <see cref="JsonException"/> for anything else.</summary>
static class ValueReader
{
    public static object? Read(object? json) => json switch
    {
        JsonObject tagged => Read(tagged),
        JsonArray array => Read(array),
        _ => json,
    };

    public static Entity ReadEntity(JsonObject json)
    {
        var entity = new Entity(json.Text("table"));
        if (json.OptionalText("id") is { } id) entity.Id = ReadGuid(id);
        if (json.OptionalText("rowVersion") is { } version) entity.RowVersion = version;
        foreach (var attribute in json.Object("attributes")) entity[attribute.Key] = Read(attribute.Value);
        foreach (var key in json.Optional<JsonObject>("keys") ?? []) entity.KeyAttributes[key.Key] = Read(key.Value);
        return entity;
    }

    public static Guid ReadGuid(string text) =>
        Guid.TryParseExact(text, "D", out var id) ? id : throw new JsonException($"\"{text}\" is not a GUID");

    public static DateTime ReadMoment(string text) =>
        DateTime.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var moment)
            ? moment
            : throw new JsonException($"\"{text}\" is not a moment");

    static object Read(JsonObject tagged) => tagged.Text("$t") switch
    {
        "ref" => new EntityReference(tagged.Text("table"), ReadGuid(tagged.Text("id"))) { Name = tagged.OptionalText("name") },
        "money" => new Money(ReadDecimal(tagged.Text("v"))),
        "dec" => ReadDecimal(tagged.Text("v")),
        "long" => ReadLong(tagged.Text("v")),
        "opt" => new OptionSetValue(ReadInt(tagged.Any("v"))),
        "opts" => new OptionSetValueCollection([.. tagged.Array("v").Select(value => new OptionSetValue(ReadInt(value)))]),
        "dt" => ReadMoment(tagged.Text("v")),
        "guid" => ReadGuid(tagged.Text("v")),
        "alias" => new AliasedValue(tagged.Text("table"), tagged.Text("column"), Read(tagged.Any("v"))),
        "entity" => ReadEntity(tagged),
        "entities" => ReadEntities(tagged),
        var unknown => throw new JsonException($"the value kind \"{unknown}\" is unknown"),
    };

    /// <summary>Array parameters of messages are typed: the platform takes Guid[] and string[], never object[] of them.</summary>
    static object Read(JsonArray array)
    {
        var items = array.Select(Read).ToList();
        if (items.Count > 0 && items.All(item => item is Guid)) return items.Cast<Guid>().ToArray();
        if (items.All(item => item is string)) return items.Cast<string>().ToArray();
        return items.ToArray();
    }

    static EntityCollection ReadEntities(JsonObject json) => new(ReadRows(json.Array("rows"))) { EntityName = json.Text("table") };

    static List<Entity> ReadRows(JsonArray rows) =>
        [.. rows.Select(row => ReadEntity(row as JsonObject ?? throw new JsonException("a row is not an object")))];

    static decimal ReadDecimal(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new JsonException($"\"{text}\" is not a decimal number");

    static long ReadLong(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new JsonException($"\"{text}\" is not a whole number");

    static int ReadInt(object? json) => json is int number ? number : throw new JsonException("a choice value is not a whole number");
}
