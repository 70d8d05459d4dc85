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
sealed class SystemAccess(Func<IEnumerable<string>> tables, Func<string, bool> isAllowed)
{
    const string OwnPrefix = "cosell_";

    static readonly HashSet<string> Written = new(StringComparer.Ordinal)
    {
        "account", "appnotification", "contact", "environmentvariabledefinition", "environmentvariablevalue", "lead",
        "opportunity", "webresource",
    };

    /// <summary>Who owns a record, in which currency it is, and who holds which role: never written.</summary>
    static readonly HashSet<string> OnlyRead = new(StringComparer.Ordinal)
    {
        "role", "systemuser", "systemuserroles", "team", "transactioncurrency",
    };

    static readonly HashSet<string> Messages = new(StringComparer.Ordinal)
    {
        "Create", "CreateMultiple", "Delete", "Update", "UpdateMultiple", "Upsert", "UpsertMultiple",
    };

    /// <summary>By the names of the requests; steps are registered on the messages behind them, Win and Lose.</summary>
    static readonly HashSet<string> ClosingMessages = new(StringComparer.Ordinal) { "LoseOpportunity", "WinOpportunity" };

    public static SystemAccess ToWrite(string table) => new(() => [table], MayWrite);

    public static SystemAccess ToRead(string table) => new(() => [table], MayRead);

    public static SystemAccess ToQuery(string fetchXml) => new(() => QueriedTables(fetchXml), MayRead);

    /// <summary>Only messages that write the rows they are given, whatever else they may be handed.</summary>
    public static SystemAccess ToMessage(OrganizationRequest request) =>
        ClosingMessages.Contains(request.RequestName)
            ? new(() => ClosedTables(request), table => table == "opportunityclose")
            : new(() => Messages.Contains(request.RequestName) ? request.Parameters.Values.SelectMany(RowTables) : [], MayWrite);

    public void Demand()
    {
        var touched = tables().ToList();
        if (touched.Count > 0 && touched.All(isAllowed)) return;
        throw new BridgeRefusal(
            "host.systemNotAllowed",
            $"The plug-in host does not act as SYSTEM on {(touched.Count > 0 ? string.Join(", ", touched) : "this request")}.");
    }

    static bool MayWrite(string table) => table.StartsWith(OwnPrefix, StringComparison.Ordinal) || Written.Contains(table);

    static bool MayRead(string table) => MayWrite(table) || OnlyRead.Contains(table);

    /// <summary>Of an opportunity that is won or lost, its closing activity and nothing else.</summary>
    static IEnumerable<string> ClosedTables(OrganizationRequest request) =>
        request.Parameters.Keys.All(name => name is "OpportunityClose" or "Status")
            ? request.Parameters.Values.SelectMany(RowTables)
            : [];

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
