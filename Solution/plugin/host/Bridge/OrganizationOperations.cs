using CoSellConnector.PluginHost.Json;
using CoSellConnector.PluginHost.Values;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CoSellConnector.PluginHost.Bridge;

/// <summary>The <c>org.*</c> operations, as the user the plug-in runs for or, for the tables of the solution, as SYSTEM.</summary>
sealed class OrganizationOperations(PluginServices services)
{
    public JsonObject Create(JsonObject args)
    {
        var entity = ValueReader.ReadEntity(args.Object("entity"));
        var id = Service(args, SystemAccess.ToWrite(entity.LogicalName)).Create(entity);
        return new() { ["id"] = ValueWriter.Text(id) };
    }

    public JsonObject Retrieve(JsonObject args)
    {
        var table = args.Text("table");
        return ValueWriter.Write(
            Service(args, SystemAccess.ToRead(table)).Retrieve(table, ValueReader.ReadGuid(args.Text("id")), Columns(args)));
    }

    public JsonObject Update(JsonObject args)
    {
        var entity = ValueReader.ReadEntity(args.Object("entity"));
        var service = Service(args, SystemAccess.ToWrite(entity.LogicalName));
        if (args.OptionalText("ifMatch") is { } rowVersion) UpdateIfMatch(service, entity, rowVersion);
        else service.Update(entity);
        return [];
    }

    public JsonObject Delete(JsonObject args)
    {
        var table = args.Text("table");
        Service(args, SystemAccess.ToWrite(table)).Delete(table, ValueReader.ReadGuid(args.Text("id")));
        return [];
    }

    public JsonObject Fetch(JsonObject args)
    {
        var fetchXml = args.Text("fetchXml");
        var found = Service(args, SystemAccess.ToQuery(fetchXml)).RetrieveMultiple(new FetchExpression(fetchXml));
        var answer = new JsonObject { ["rows"] = ValueWriter.Rows(found), ["moreRecords"] = found.MoreRecords };
        if (found.PagingCookie != null) answer["pagingCookie"] = found.PagingCookie;
        return answer;
    }

    public JsonObject Execute(JsonObject args)
    {
        var request = new OrganizationRequest(args.Text("message"));
        foreach (var parameter in args.Object("parameters")) request[parameter.Key] = ValueReader.Read(parameter.Value);
        var response = Service(args, SystemAccess.ToMessage(request)).Execute(request);
        var results = new JsonObject();
        foreach (var result in response.Results) results[result.Key] = ValueWriter.Write(result.Value);
        return new() { ["results"] = results };
    }

    static void UpdateIfMatch(IOrganizationService service, Entity entity, string rowVersion)
    {
        entity.RowVersion = rowVersion;
        service.Execute(new OrganizationRequest("Update")
        {
            ["Target"] = entity,
            ["ConcurrencyBehavior"] = ConcurrencyBehavior.IfRowVersionMatches,
        });
    }

    static ColumnSet Columns(JsonObject args) =>
        args.Any("columns") is "all" ? new ColumnSet(true) : new ColumnSet(args.Texts("columns"));

    IOrganizationService Service(JsonObject args, SystemAccess access)
    {
        switch (args.Text("as"))
        {
            case "user": return services.User;
            case "system": access.Demand(); return services.System;
            case var other: throw new JsonException($"\"as\" is \"{other}\", neither \"user\" nor \"system\"");
        }
    }
}
