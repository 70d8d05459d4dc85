using System;

namespace Microsoft.Xrm.Sdk;

public sealed class EntityReference
{
    public EntityReference() { }

    public EntityReference(string logicalName) => LogicalName = logicalName;

    public EntityReference(string logicalName, Guid id) : this(logicalName) => Id = id;

    public EntityReference(string logicalName, string keyName, object keyValue) : this(logicalName) => KeyAttributes.Add(keyName, keyValue);

    public EntityReference(string logicalName, KeyAttributeCollection keyAttributeCollection) : this(logicalName) =>
        KeyAttributes = keyAttributeCollection;

    public Guid Id { get; set; }
    public string LogicalName { get; set; }
    public string Name { get; set; }
    public KeyAttributeCollection KeyAttributes { get; set; } = new KeyAttributeCollection();
    public string RowVersion { get; set; }

    public override bool Equals(object obj) => obj is EntityReference other && other.Id == Id && other.LogicalName == LogicalName;

    public override int GetHashCode() => Id.GetHashCode();
}
