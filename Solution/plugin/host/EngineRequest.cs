using System;
using System.Collections.Generic;
using CoSellConnector.PluginHost.Json;
using CoSellConnector.PluginHost.Values;
using Microsoft.Xrm.Sdk;

namespace CoSellConnector.PluginHost;

/// <summary>The execution context as the JSON that the engine script is called with.</summary>
static class EngineRequest
{
    public static string Write(IPluginExecutionContext context, Budget budget) => JsonWriter.Write(new JsonObject
    {
        ["hostApi"] = HostApi.Number,
        ["now"] = ValueWriter.Text(DateTime.UtcNow),
        ["messageName"] = context.MessageName,
        ["stage"] = context.Stage,
        ["mode"] = context.Mode,
        ["depth"] = context.Depth,
        ["primaryEntityName"] = context.PrimaryEntityName,
        ["primaryEntityId"] = context.PrimaryEntityId == Guid.Empty ? null : ValueWriter.Text(context.PrimaryEntityId),
        ["inputParameters"] = Carried(context.InputParameters),
        ["preImages"] = Carried(context.PreEntityImages),
        ["postImages"] = Carried(context.PostEntityImages),
        ["userId"] = ValueWriter.Text(context.UserId),
        ["initiatingUserId"] = ValueWriter.Text(context.InitiatingUserId),
        ["organizationId"] = ValueWriter.Text(context.OrganizationId),
        ["correlationId"] = ValueWriter.Text(context.CorrelationId),
        ["operationId"] = ValueWriter.Text(context.OperationId),
        ["requestId"] = context.RequestId is { } id ? ValueWriter.Text(id) : null,
        ["operationCreatedOn"] = ValueWriter.Text(context.OperationCreatedOn),
        ["isInTransaction"] = context.IsInTransaction,
        ["budgetMs"] = budget.RemainingMs,
    });

    /// <summary>The platform adds parameters of its own kinds to the context; what the bridge does not carry is left out.</summary>
    static JsonObject Carried<T>(IEnumerable<KeyValuePair<string, T>> parameters)
    {
        var members = new JsonObject();
        foreach (var parameter in parameters)
        {
            try
            {
                members[parameter.Key] = ValueWriter.Write(parameter.Value);
            }
            catch (NotSupportedException) { }
        }
        return members;
    }
}
