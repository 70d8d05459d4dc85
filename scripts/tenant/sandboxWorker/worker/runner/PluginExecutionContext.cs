using System;
using System.Collections.Generic;
using System.Globalization;
using Microsoft.Xrm.Sdk;

namespace SandboxWorker;

/// <summary>The execution context, read from the tenant's message.</summary>
sealed class PluginExecutionContext(Dictionary<string, object?> message) : IPluginExecutionContext
{
    const int SandboxIsolation = 2;

    public int Stage { get; } = (int)message["stage"]!;
    public IPluginExecutionContext? ParentContext => null;
    public int Mode { get; } = (int)message["mode"]!;
    public int IsolationMode => SandboxIsolation;
    public int Depth { get; } = (int)message["depth"]!;
    public string MessageName { get; } = (string)message["messageName"]!;
    public string PrimaryEntityName { get; } = (string)message["primaryEntityName"]!;
    public string SecondaryEntityName => "none";
    public string OrganizationName { get; } = (string)message["organizationName"]!;
    public Guid? RequestId { get; } = Id(message, "requestId");
    public ParameterCollection InputParameters { get; } = Parameters(message, "inputParameters");
    public ParameterCollection OutputParameters { get; } = new();
    public ParameterCollection SharedVariables { get; } = new();
    public Guid UserId { get; } = Id(message, "userId");
    public Guid InitiatingUserId { get; } = Id(message, "initiatingUserId");
    public Guid BusinessUnitId { get; } = Id(message, "businessUnitId");
    public Guid OrganizationId { get; } = Id(message, "organizationId");
    public Guid PrimaryEntityId { get; } = Id(message, "primaryEntityId");
    public Guid CorrelationId { get; } = Id(message, "correlationId");
    public Guid OperationId { get; } = Id(message, "operationId");
    public EntityImageCollection PreEntityImages { get; } = Images(message, "preImages");
    public EntityImageCollection PostEntityImages { get; } = Images(message, "postImages");
    public EntityReference? OwningExtension => null;
    public bool IsExecutingOffline => false;
    public bool IsOfflinePlayback => false;
    public bool IsInTransaction { get; } = (bool)message["isInTransaction"]!;

    public DateTime OperationCreatedOn { get; } = DateTime.Parse(
        (string)message["operationCreatedOn"]!,
        CultureInfo.InvariantCulture,
        DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);

    static Guid Id(Dictionary<string, object?> message, string name) => message[name] is string id ? Guid.Parse(id) : Guid.Empty;

    static ParameterCollection Parameters(Dictionary<string, object?> message, string name)
    {
        var parameters = new ParameterCollection();
        foreach (var parameter in Members(message, name)) parameters[parameter.Key] = ValueJson.Read(parameter.Value);
        return parameters;
    }

    static EntityImageCollection Images(Dictionary<string, object?> message, string name)
    {
        var images = new EntityImageCollection();
        foreach (var image in Members(message, name)) images[image.Key] = (Entity)ValueJson.Read(image.Value)!;
        return images;
    }

    static Dictionary<string, object?> Members(Dictionary<string, object?> message, string name) => (Dictionary<string, object?>)message[name]!;
}
