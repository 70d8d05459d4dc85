using System;

namespace Microsoft.Xrm.Sdk;

public sealed class InvalidPluginExecutionException : Exception
{
    public InvalidPluginExecutionException() { }

    public InvalidPluginExecutionException(OperationStatus status) => Status = status;

    public InvalidPluginExecutionException(string message) : base(message) { }

    public InvalidPluginExecutionException(string message, Exception innerException) : base(message, innerException) { }

    public InvalidPluginExecutionException(OperationStatus status, string message) : base(message) => Status = status;

    public InvalidPluginExecutionException(OperationStatus status, int errorCode, string message) : base(message)
    {
        Status = status;
        ErrorCode = errorCode;
    }

    public OperationStatus Status { get; }
    public int ErrorCode { get; }
}
