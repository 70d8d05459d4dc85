using System.Collections.Generic;

namespace Microsoft.Xrm.Sdk;

public sealed class EntityCollection
{
    public EntityCollection() { }

    public EntityCollection(IList<Entity> list) => Entities.AddRange(list);

    public DataCollection<Entity> Entities { get; } = new DataCollection<Entity>();
    public string EntityName { get; set; }
    public bool MoreRecords { get; set; }
    public string PagingCookie { get; set; }
    public string MinActiveRowVersion { get; set; }
    public int TotalRecordCount { get; set; } = -1;
    public bool TotalRecordCountLimitExceeded { get; set; }

    public Entity this[int index]
    {
        get => Entities[index];
        set => Entities[index] = value;
    }
}
