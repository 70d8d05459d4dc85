using System;

namespace Microsoft.Xrm.Sdk;

public class Entity
{
    public Entity() { }

    public Entity(string entityName) => LogicalName = entityName;

    public Entity(string entityName, Guid id) : this(entityName) => Id = id;

    public Entity(string entityName, string keyName, object keyValue) : this(entityName) => KeyAttributes.Add(keyName, keyValue);

    public Entity(string entityName, KeyAttributeCollection keyAttributes) : this(entityName) => KeyAttributes = keyAttributes;

    public string LogicalName { get; set; }
    public virtual Guid Id { get; set; }
    public AttributeCollection Attributes { get; set; } = new AttributeCollection();
    public EntityState? EntityState { get; set; }
    public FormattedValueCollection FormattedValues { get; } = new FormattedValueCollection();
    public RelatedEntityCollection RelatedEntities { get; } = new RelatedEntityCollection();
    public string RowVersion { get; set; }
    public KeyAttributeCollection KeyAttributes { get; set; } = new KeyAttributeCollection();

    public object this[string attributeName]
    {
        get => Attributes[attributeName];
        set => Attributes[attributeName] = value;
    }

    public bool Contains(string attributeName) => Attributes.Contains(attributeName);

    public EntityReference ToEntityReference() => new EntityReference(LogicalName, Id) { RowVersion = RowVersion };

    public virtual T GetAttributeValue<T>(string attributeLogicalName) =>
        Attributes.TryGetValue(attributeLogicalName, out var value) && value != null ? (T)value : default;

    public bool TryGetAttributeValue<T>(string attributeLogicalName, out T value)
    {
        var found = Attributes.TryGetValue(attributeLogicalName, out var untyped) && untyped is T;
        value = found ? (T)untyped : default;
        return found;
    }
}
