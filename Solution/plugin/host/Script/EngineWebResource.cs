using System;
using System.Linq;
using System.Text;
using Jint;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CoSellConnector.PluginHost.Script;

/// <summary>The web resource that carries the engine script. Read as SYSTEM: users need no right on web resources.</summary>
sealed class EngineWebResource(IOrganizationService service)
{
    const string Name = "cosell_/engine/engine.js";

    const string Advice = "An administrator has to import the Co-sell Connector solution again.";

    public long RowVersion() => Version(Fetch("versionnumber"));

    public EngineScript Load()
    {
        var row = Fetch("versionnumber", "content");
        var text = Decode(row.GetAttributeValue<string>("content"));
        try
        {
            return new EngineScript(text, Name, Version(row));
        }
        catch (ScriptPreparationException unreadable)
        {
            throw Unreadable(unreadable);
        }
    }

    Entity Fetch(params string[] columns)
    {
        var attributes = string.Concat(columns.Select(column => $"<attribute name='{column}'/>"));
        var rows = service.RetrieveMultiple(new FetchExpression(
            $"<fetch top='1'><entity name='webresource'>{attributes}" +
            $"<filter><condition attribute='name' operator='eq' value='{Name}'/></filter></entity></fetch>"));
        return rows.Entities.FirstOrDefault() ?? throw new HostFailure(
            "host.engineMissing",
            $"Synchronization cannot run: the web resource {Name} is not in this environment. {Advice}");
    }

    static long Version(Entity row) => row.GetAttributeValue<long>("versionnumber");

    static string Decode(string? content)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(content ?? ""));
        }
        catch (FormatException unreadable)
        {
            throw Unreadable(unreadable);
        }
    }

    static HostFailure Unreadable(Exception reason) => new(
        "host.engineUnreadable",
        $"Synchronization cannot run: the web resource {Name} holds no readable script. {Advice}",
        reason);
}
