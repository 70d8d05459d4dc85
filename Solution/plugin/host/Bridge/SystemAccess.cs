using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml;
using CoSellConnector.PluginHost.Json;
using Microsoft.Xrm.Sdk;

namespace CoSellConnector.PluginHost.Bridge;

/// <summary>
/// The tables a request touches, and whether the script may touch them as SYSTEM. The white list is here and not in the
/// script, because the script can be replaced by anyone who may change web resources.
/// </summary>
sealed class SystemAccess(Func<IEnumerable<string>> tables)
{
    const string OwnPrefix = "cosell_";

    static readonly HashSet<string> Others = new(StringComparer.Ordinal)
    {
        "account", "contact", "environmentvariabledefinition", "environmentvariablevalue", "lead", "opportunity", "webresource",
    };

    static readonly HashSet<string> Messages = new(StringComparer.Ordinal)
    {
        "Create", "CreateMultiple", "Delete", "Update", "UpdateMultiple", "Upsert", "UpsertMultiple",
    };

    public static SystemAccess ToTable(string table) => new(() => [table]);

    public static SystemAccess ToQuery(string fetchXml) => new(() => QueriedTables(fetchXml));

    /// <summary>Only messages that write the rows they are given, whatever else they may be handed.</summary>
    public static SystemAccess ToMessage(OrganizationRequest request) =>
        new(() => Messages.Contains(request.RequestName) ? request.Parameters.Values.SelectMany(RowTables) : []);

    public void Demand()
    {
        var touched = tables().ToList();
        if (touched.Count > 0 && touched.All(IsAllowed)) return;
        throw new BridgeRefusal(
            "host.systemNotAllowed",
            $"The plug-in host does not act as SYSTEM on {(touched.Count > 0 ? string.Join(", ", touched) : "this request")}.");
    }

    static bool IsAllowed(string table) => table.StartsWith(OwnPrefix, StringComparison.Ordinal) || Others.Contains(table);

    static IEnumerable<string> RowTables(object? parameter) => parameter switch
    {
        Entity row => [row.LogicalName],
        EntityReference row => [row.LogicalName],
        EntityCollection rows => rows.Entities.Select(row => row.LogicalName).Concat([rows.EntityName]),
        object[] items => items.SelectMany(RowTables),
        _ => [],
    };

    static List<string> QueriedTables(string fetchXml)
    {
        var tables = new List<string>();
        try
        {
            using var reader = XmlReader.Create(
                new StringReader(fetchXml),
                new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            while (reader.Read())
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "entity" or "link-entity")
                    tables.Add(reader.GetAttribute("name") ?? "");
        }
        catch (XmlException unreadable)
        {
            throw new JsonException($"the query is not XML ({unreadable.Message})");
        }
        return tables;
    }
}
