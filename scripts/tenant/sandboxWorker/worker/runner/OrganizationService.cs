using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace SandboxWorker;

/// <summary>Dataverse as a plug-in sees it; every request goes over the pipe to the tenant.</summary>
sealed class OrganizationService(int run, Guid? userId, Calls calls) : IOrganizationService
{
    public Guid Create(Entity entity) => Guid.Parse((string)Ask("create", new() { ["entity"] = ValueJson.Print(entity) })!);

    public Entity Retrieve(string entityName, Guid id, ColumnSet columnSet) => (Entity)ValueJson.Read(Ask("retrieve", new()
    {
        ["table"] = entityName,
        ["id"] = id.ToString(),
        ["columns"] = columnSet.AllColumns ? "all" : columnSet.Columns.ToList(),
    }))!;

    public void Update(Entity entity) => Ask("update", new() { ["entity"] = ValueJson.Print(entity) });

    public void Delete(string entityName, Guid id) => Ask("delete", new() { ["table"] = entityName, ["id"] = id.ToString() });

    public EntityCollection RetrieveMultiple(QueryBase query)
    {
        if (query is not FetchExpression fetch)
            throw new NotSupportedException($"The local tenant runs FetchExpression, not {query.GetType().Name}.");
        return (EntityCollection)ValueJson.Read(Ask("fetch", new() { ["fetchXml"] = fetch.Query }))!;
    }

    public OrganizationResponse Execute(OrganizationRequest request)
    {
        var response = new OrganizationResponse { ResponseName = request.RequestName };
        if (CrudRequest.Run(request, this) is { } results) response.Results.AddRange(results);
        else foreach (var result in Message(request)) response.Results[result.Key] = ValueJson.Read(result.Value);
        return response;
    }

    public void Associate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) =>
        throw new NotSupportedException("The local tenant has no Associate yet.");

    public void Disassociate(string entityName, Guid entityId, Relationship relationship, EntityReferenceCollection relatedEntities) =>
        throw new NotSupportedException("The local tenant has no Disassociate yet.");

    public void UpdateIfMatch(Entity entity) =>
        Ask("update", new() { ["entity"] = ValueJson.Print(entity), ["ifMatch"] = entity.RowVersion });

    Dictionary<string, object?> Message(OrganizationRequest request) => (Dictionary<string, object?>)Ask("execute", new()
    {
        ["message"] = request.RequestName,
        ["parameters"] = ValueJson.Print(request.Parameters),
    })!;

    object? Ask(string op, Dictionary<string, object?> args)
    {
        args["userId"] = userId?.ToString();
        return calls.Ask(run, op, args);
    }
}
