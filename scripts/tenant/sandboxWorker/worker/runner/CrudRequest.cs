using System.Collections.Generic;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace SandboxWorker;

/// <summary>The messages behind the methods of the organization service, when sent through its Execute.</summary>
static class CrudRequest
{
    /// <summary>Null for every other message.</summary>
    public static IEnumerable<KeyValuePair<string, object>>? Run(OrganizationRequest request, OrganizationService service)
    {
        switch (request.RequestName)
        {
            case "Create": return [new("id", service.Create((Entity)request["Target"]))];
            case "Retrieve":
                var target = (EntityReference)request["Target"];
                return [new("Entity", service.Retrieve(target.LogicalName, target.Id, (ColumnSet)request["ColumnSet"]))];
            case "RetrieveMultiple": return [new("EntityCollection", service.RetrieveMultiple((QueryBase)request["Query"]))];
            case "Update" when MustMatch(request): service.UpdateIfMatch((Entity)request["Target"]); return [];
            case "Update": service.Update((Entity)request["Target"]); return [];
            case "Delete" when !MustMatch(request):
                var row = (EntityReference)request["Target"];
                service.Delete(row.LogicalName, row.Id);
                return [];
            default: return null;
        }
    }

    static bool MustMatch(OrganizationRequest request) =>
        request.Parameters.TryGetValue("ConcurrencyBehavior", out var behavior) && behavior is ConcurrencyBehavior.IfRowVersionMatches;
}
