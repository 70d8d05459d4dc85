namespace Microsoft.Xrm.Sdk.Metadata;

public sealed class IntegerAttributeMetadata : AttributeMetadata
{
    public IntegerAttributeMetadata() : base(AttributeTypeCode.Integer) { }

    public int? MaxValue { get; set; }
    public int? MinValue { get; set; }
}

public sealed class BigIntAttributeMetadata : AttributeMetadata
{
    public BigIntAttributeMetadata() : base(AttributeTypeCode.BigInt) { }

    public long? MaxValue { get; internal set; }
    public long? MinValue { get; internal set; }
}

public sealed class DecimalAttributeMetadata : AttributeMetadata
{
    public DecimalAttributeMetadata() : base(AttributeTypeCode.Decimal) { }

    public decimal? MaxValue { get; set; }
    public decimal? MinValue { get; set; }
    public int? Precision { get; set; }
}

public sealed class DoubleAttributeMetadata : AttributeMetadata
{
    public DoubleAttributeMetadata() : base(AttributeTypeCode.Double) { }

    public double? MaxValue { get; set; }
    public double? MinValue { get; set; }
    public int? Precision { get; set; }
}

public sealed class MoneyAttributeMetadata : AttributeMetadata
{
    public MoneyAttributeMetadata() : base(AttributeTypeCode.Money) { }

    public double? MaxValue { get; set; }
    public double? MinValue { get; set; }
    public int? Precision { get; set; }
}
