namespace Microsoft.Xrm.Sdk.Metadata;

public class AttributeMetadata
{
    protected AttributeMetadata(AttributeTypeCode attributeType) => AttributeType = attributeType;

    public AttributeTypeCode? AttributeType { get; internal set; }
    public string LogicalName { get; set; }
    public bool? IsValidForCreate { get; internal set; }
    public bool? IsValidForUpdate { get; internal set; }
}
