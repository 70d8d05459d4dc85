namespace Microsoft.Xrm.Sdk;

public class ParameterCollection : DataCollection<string, object> { }
