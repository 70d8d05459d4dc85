namespace Microsoft.Xrm.Sdk.Metadata;

public sealed class OptionMetadata
{
    public int? Value { get; set; }
}

public sealed class OptionMetadataCollection : DataCollection<OptionMetadata>
{
}

public sealed class OptionSetMetadata
{
    public OptionMetadataCollection Options { get; } = new OptionMetadataCollection();
}

public abstract class EnumAttributeMetadata : AttributeMetadata
{
    protected EnumAttributeMetadata(AttributeTypeCode attributeType) : base(attributeType) { }

    public OptionSetMetadata OptionSet { get; set; }
}

public sealed class PicklistAttributeMetadata : EnumAttributeMetadata
{
    public PicklistAttributeMetadata() : base(AttributeTypeCode.Picklist) { }
}

public sealed class StateAttributeMetadata : EnumAttributeMetadata
{
    public StateAttributeMetadata() : base(AttributeTypeCode.State) { }
}

public sealed class StatusAttributeMetadata : EnumAttributeMetadata
{
    public StatusAttributeMetadata() : base(AttributeTypeCode.Status) { }
}

public sealed class MultiSelectPicklistAttributeMetadata : EnumAttributeMetadata
{
    public MultiSelectPicklistAttributeMetadata() : base(AttributeTypeCode.Virtual) { }
}
