using System;
using System.Collections.Generic;
using System.Linq;
using System.Security;
using CoSellConnector.PluginHost.Json;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CoSellConnector.PluginHost.Bridge;

/// <summary>Environment variables of one execution: current value, else default; each is read once.</summary>
sealed class EnvironmentVariables(IOrganizationService service)
{
    const string CloudProfileName = "cosell_PartnerCenterCloudProfile";

    readonly Dictionary<string, string?> known = new(StringComparer.Ordinal);

    /// <summary>Read along with the first variables the script asks for, so it seldom costs a query of its own.</summary>
    public CloudProfile CloudProfile
    {
        get
        {
            Load([CloudProfileName]);
            return CloudProfile.Named(known[CloudProfileName]);
        }
    }

    public JsonObject Get(JsonObject args)
    {
        var names = args.Texts("names");
        Load([.. names, CloudProfileName]);
        var values = new JsonObject();
        foreach (var name in names) values[name] = known[name];
        return new() { ["values"] = values };
    }

    public string? Secret(string name)
    {
        var response = service.Execute(new OrganizationRequest("RetrieveEnvironmentVariableSecretValue")
        {
            ["EnvironmentVariableName"] = name,
        });
        return response.Results.TryGetValue("EnvironmentVariableSecretValue", out var value) ? value as string : null;
    }

    void Load(IEnumerable<string> names)
    {
        var missing = names.Where(name => !known.ContainsKey(name)).Distinct().ToList();
        if (missing.Count == 0) return;
        foreach (var name in missing) known[name] = null;
        foreach (var row in service.RetrieveMultiple(new FetchExpression(Query(missing))).Entities)
        {
            var current = row.GetAttributeValue<AliasedValue>("current.value")?.Value as string;
            known[row.GetAttributeValue<string>("schemaname")] = current ?? row.GetAttributeValue<string>("defaultvalue");
        }
    }

    static string Query(IEnumerable<string> names)
    {
        var values = string.Concat(names.Select(name => $"<value>{SecurityElement.Escape(name)}</value>"));
        return
            "<fetch><entity name='environmentvariabledefinition'>" +
            "<attribute name='schemaname'/><attribute name='defaultvalue'/>" +
            $"<filter><condition attribute='schemaname' operator='in'>{values}</condition></filter>" +
            "<link-entity name='environmentvariablevalue' from='environmentvariabledefinitionid' " +
            "to='environmentvariabledefinitionid' link-type='outer' alias='current'><attribute name='value'/></link-entity>" +
            "</entity></fetch>";
    }
}
