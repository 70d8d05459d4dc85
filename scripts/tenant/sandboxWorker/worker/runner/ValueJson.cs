using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace SandboxWorker;

using Json = Dictionary<string, object?>;

/// <summary>The tenant's value JSON, where <c>$t</c> names the kind, to SDK values and back.</summary>
static class ValueJson
{
    static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    public static object? Read(object? json) => json switch
    {
        Json tagged => Read(tagged),
        List<object?> items => ReadArray(items.Select(Read).ToList()),
        _ => json,
    };

    public static object? Print(object? value) => value switch
    {
        Entity row => Print(row),
        EntityReference reference => new Json { ["$t"] = "ref", ["table"] = reference.LogicalName, ["id"] = reference.Id.ToString(), ["name"] = reference.Name }.WithoutNulls(),
        EntityCollection rows => new Json { ["$t"] = "entities", ["table"] = rows.EntityName, ["rows"] = rows.Entities.Select(Print).ToList() },
        Money money => Tagged("money", money.Value.ToString(Plain)),
        decimal number => Tagged("dec", number.ToString(Plain)),
        long number => Tagged("long", number.ToString(Plain)),
        OptionSetValue option => Tagged("opt", option.Value),
        OptionSetValueCollection options => Tagged("opts", options.Select(option => option.Value).ToList()),
        DateTime moment => Tagged("dt", moment.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", Plain)),
        Guid id => Tagged("guid", id.ToString()),
        AliasedValue alias => new Json { ["$t"] = "alias", ["table"] = alias.EntityLogicalName, ["column"] = alias.AttributeLogicalName, ["v"] = Print(alias.Value) },
        IEnumerable<KeyValuePair<string, object>> members => members.ToDictionary(member => member.Key, member => Print(member.Value)),
        null or string or bool or int or double => value,
        IEnumerable items => items.Cast<object?>().Select(Print).ToList(),
        _ => throw new NotSupportedException($"The local tenant carries no {value.GetType().FullName}."),
    };

    static object Read(Json json) => (string)json["$t"]! switch
    {
        "ref" => new EntityReference((string)json["table"]!, Guid.Parse((string)json["id"]!)) { Name = json.Text("name") },
        "money" => new Money(decimal.Parse((string)json["v"]!, Plain)),
        "dec" => decimal.Parse((string)json["v"]!, Plain),
        "long" => long.Parse((string)json["v"]!, Plain),
        "opt" => new OptionSetValue((int)json["v"]!),
        "opts" => new OptionSetValueCollection(((List<object?>)json["v"]!).Select(value => new OptionSetValue((int)value!)).ToList()),
        "dt" => DateTime.Parse((string)json["v"]!, Plain, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal),
        "guid" => Guid.Parse((string)json["v"]!),
        "alias" => new AliasedValue((string)json["table"]!, (string)json["column"]!, Read(json["v"])),
        "entity" => ReadRow(json),
        "entities" => ReadRows(json),
        "column" => ColumnJson.Read(json),
        var unknown => throw new NotSupportedException($"unknown value kind {unknown}"),
    };

    static Entity ReadRow(Json json)
    {
        var row = new Entity((string)json["table"]!) { RowVersion = json.Text("rowVersion") };
        if (json.Text("id") is { } id) row.Id = Guid.Parse(id);
        foreach (var attribute in (Json)json["attributes"]!) row[attribute.Key] = Read(attribute.Value);
        foreach (var words in json.Members("formatted")) row.FormattedValues[words.Key] = (string)words.Value!;
        foreach (var key in json.Members("keys")) row.KeyAttributes[key.Key] = Read(key.Value);
        return row;
    }

    static EntityCollection ReadRows(Json json) => new(((List<object?>)json["rows"]!).Select(row => ReadRow((Json)row!)).ToList())
    {
        EntityName = json.Text("table"),
        MoreRecords = json.TryGetValue("moreRecords", out var more) && more is true,
        PagingCookie = json.Text("pagingCookie"),
    };

    static object ReadArray(List<object?> items)
    {
        if (items.Count > 0 && items.All(item => item is Guid)) return items.Cast<Guid>().ToArray();
        return items.All(item => item is string) ? items.Cast<string>().ToArray() : items.ToArray();
    }

    static Json Print(Entity row) => new Json
    {
        ["$t"] = "entity",
        ["table"] = row.LogicalName,
        ["id"] = row.Id == Guid.Empty ? null : row.Id.ToString(),
        ["attributes"] = Print((object)row.Attributes),
        ["rowVersion"] = row.RowVersion,
        ["keys"] = row.KeyAttributes.Count == 0 ? null : Print((object)row.KeyAttributes),
    }.WithoutNulls();

    static Json Tagged(string kind, object value) => new() { ["$t"] = kind, ["v"] = value };
}
