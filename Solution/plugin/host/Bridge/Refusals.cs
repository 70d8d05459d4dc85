using System;
using CoSellConnector.PluginHost.Json;
using Microsoft.Xrm.Sdk;

namespace CoSellConnector.PluginHost.Bridge;

/// <summary>Gives every failure below the bridge a code that the engine script can act on.</summary>
static class Refusals
{
    public static BridgeRefusal Explain(Exception failure) => failure switch
    {
        BridgeRefusal refusal => refusal,
        JsonException invalid => new("host.invalidArguments", $"The plug-in host cannot read the arguments: {invalid.Message}."),
        InvalidPluginExecutionException stopped => new(Hex(stopped.ErrorCode), stopped.Message),
        _ when Fault(failure) is { } fault => new(Hex(fault.ErrorCode), fault.Message ?? failure.Message),
        _ => new("host.unexpected", $"{failure.GetType().Name}: {failure.Message}"),
    };

    static string Hex(int code) => $"0x{code:x8}";

    // Faults arrive as FaultException<OrganizationServiceFault>, whose assembly is not referenced for this one property.
    static BaseServiceFault? Fault(Exception failure) => failure.GetType().GetProperty("Detail")?.GetValue(failure, null) as BaseServiceFault;
}
