using System;

namespace Microsoft.Xrm.Sdk;

public class OrganizationRequest
{
    public OrganizationRequest() { }

    public OrganizationRequest(string requestName) => RequestName = requestName;

    public string RequestName { get; set; }
    public Guid? RequestId { get; set; }
    public ParameterCollection Parameters { get; set; } = new ParameterCollection();

    public object this[string parameterName]
    {
        get => Parameters[parameterName];
        set => Parameters[parameterName] = value;
    }
}
