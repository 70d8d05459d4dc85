namespace Microsoft.Xrm.Sdk.Metadata;

public sealed class StringAttributeMetadata : AttributeMetadata
{
    public StringAttributeMetadata() : base(AttributeTypeCode.String) { }

    public int? MaxLength { get; set; }
}

public sealed class MemoAttributeMetadata : AttributeMetadata
{
    public MemoAttributeMetadata() : base(AttributeTypeCode.Memo) { }

    public int? MaxLength { get; set; }
}
