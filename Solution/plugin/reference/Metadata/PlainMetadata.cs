namespace Microsoft.Xrm.Sdk.Metadata;

public sealed class BooleanAttributeMetadata : AttributeMetadata
{
    public BooleanAttributeMetadata() : base(AttributeTypeCode.Boolean) { }
}

public sealed class DateTimeAttributeMetadata : AttributeMetadata
{
    public DateTimeAttributeMetadata() : base(AttributeTypeCode.DateTime) { }
}

public sealed class LookupAttributeMetadata : AttributeMetadata
{
    public LookupAttributeMetadata() : base(AttributeTypeCode.Lookup) { }

    public string[] Targets { get; set; }
}

public sealed class UniqueIdentifierAttributeMetadata : AttributeMetadata
{
    public UniqueIdentifierAttributeMetadata() : base(AttributeTypeCode.Uniqueidentifier) { }
}
