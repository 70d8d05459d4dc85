namespace Microsoft.Xrm.Sdk;

public sealed class AliasedValue
{
    public AliasedValue(string entityLogicalName, string attributeLogicalName, object value)
    {
        EntityLogicalName = entityLogicalName;
        AttributeLogicalName = attributeLogicalName;
        Value = value;
    }

    public string EntityLogicalName { get; }
    public string AttributeLogicalName { get; }
    public object Value { get; }
}
