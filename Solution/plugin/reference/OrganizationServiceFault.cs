namespace Microsoft.Xrm.Sdk;

public sealed class OrganizationServiceFault : BaseServiceFault
{
    public OrganizationServiceFault InnerFault { get; set; }
    public string TraceText { get; set; }
}
