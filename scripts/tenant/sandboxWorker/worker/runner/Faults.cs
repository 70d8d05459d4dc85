using System;
using System.Collections.Generic;

namespace SandboxWorker;

static class Faults
{
    public const int IsvAborted = unchecked((int)0x80040265);

    public static Dictionary<string, object?> Outcome(int code, string message, bool retry) => new()
    {
        ["kind"] = "faulted",
        ["code"] = ErrorCode.Hex(code),
        ["message"] = message,
        ["retry"] = retry,
    };

    /// <summary>A plug-in that throws anything but <c>InvalidPluginExecutionException</c>; the words are the platform's.</summary>
    public static Dictionary<string, object?> Unexpected(Exception failure) => Outcome(
        IsvAborted,
        "An unexpected error occurred from ISV code. (ErrorType = ClrException) Unexpected exception from plug-in (Execute): " +
        $"{failure.GetType().FullName}: {failure.Message}",
        retry: false);
}
