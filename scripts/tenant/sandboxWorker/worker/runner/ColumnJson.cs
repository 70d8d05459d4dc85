using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk.Metadata;

namespace SandboxWorker;

using Json = Dictionary<string, object?>;

/// <summary>What the tenant says about a column, as the SDK's metadata.</summary>
static class ColumnJson
{
    static readonly string[] Facts = ["LogicalName", "IsValidForCreate", "IsValidForUpdate", "MaxLength", "MinValue", "MaxValue", "Precision"];

    public static AttributeMetadata Read(Json json)
    {
        var column = Create((AttributeTypeCode)(int)json["attributeType"]!);
        foreach (var fact in Facts)
            if (json.TryGetValue(char.ToLowerInvariant(fact[0]) + fact.Substring(1), out var value) && value != null) Set(column, fact, ValueJson.Read(value)!);
        if (column is LookupAttributeMetadata lookup && json.TryGetValue("targets", out var targets)) lookup.Targets = ((List<object?>)targets!).Cast<string>().ToArray();
        if (column is EnumAttributeMetadata choice)
        {
            choice.OptionSet = new OptionSetMetadata();
            foreach (var option in (List<object?>)json["options"]!) choice.OptionSet.Options.Add(new OptionMetadata { Value = (int)option! });
        }
        return column;
    }

    static AttributeMetadata Create(AttributeTypeCode type) => type switch
    {
        AttributeTypeCode.String => new StringAttributeMetadata(),
        AttributeTypeCode.Memo => new MemoAttributeMetadata(),
        AttributeTypeCode.Integer => new IntegerAttributeMetadata(),
        AttributeTypeCode.BigInt => new BigIntAttributeMetadata(),
        AttributeTypeCode.Decimal => new DecimalAttributeMetadata(),
        AttributeTypeCode.Double => new DoubleAttributeMetadata(),
        AttributeTypeCode.Money => new MoneyAttributeMetadata(),
        AttributeTypeCode.DateTime => new DateTimeAttributeMetadata(),
        AttributeTypeCode.Boolean => new BooleanAttributeMetadata(),
        AttributeTypeCode.Picklist => new PicklistAttributeMetadata(),
        AttributeTypeCode.State => new StateAttributeMetadata(),
        AttributeTypeCode.Status => new StatusAttributeMetadata(),
        AttributeTypeCode.Virtual => new MultiSelectPicklistAttributeMetadata(),
        AttributeTypeCode.Lookup or AttributeTypeCode.Owner or AttributeTypeCode.Customer => new LookupAttributeMetadata(),
        AttributeTypeCode.Uniqueidentifier => new UniqueIdentifierAttributeMetadata(),
        _ => throw new NotSupportedException($"The local tenant has no columns of type {type}."),
    };

    /// <summary>Some of the members only the platform sets.</summary>
    static void Set(AttributeMetadata column, string fact, object value)
    {
        if (column.GetType().GetProperty(fact) is not { } property) return;
        var kind = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        property.GetSetMethod(nonPublic: true)!.Invoke(column, [Convert.ChangeType(value, kind, CultureInfo.InvariantCulture)]);
    }
}
