using System;

namespace Microsoft.Xrm.Sdk;

public abstract class BaseServiceFault
{
    public Guid ActivityId { get; set; }
    public int ErrorCode { get; set; }
    public string HelpLink { get; set; }
    public string Message { get; set; }
    public DateTime Timestamp { get; set; }
}
