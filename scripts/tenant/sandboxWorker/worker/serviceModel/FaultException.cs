namespace System.ServiceModel;

public class FaultException(string reason) : SystemException(reason);

public class FaultException<TDetail>(TDetail detail, string reason) : FaultException(reason)
{
    public TDetail Detail { get; } = detail;
}
