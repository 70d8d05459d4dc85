using System;
using Jint.Runtime;
using Microsoft.Xrm.Sdk;

namespace CoSellConnector.PluginHost;

/// <summary>Turns whatever ended a run into the one exception whose message the platform shows. Details go to the trace.</summary>
static class PluginFailure
{
    /// <summary>IsvAborted: what the platform itself reports for a plug-in that stops an operation on purpose.</summary>
    public const int IsvAborted = unchecked((int)0x80040265);

    public static InvalidPluginExecutionException From(Exception failure, PluginServices services, Budget budget)
    {
        if (failure is InvalidPluginExecutionException deliberate) return deliberate;
        services.Trace(Details(failure));
        var known = failure as HostFailure ?? Explain(failure, budget);
        return new InvalidPluginExecutionException(OperationStatus.Failed, IsvAborted, $"{known.Message} ({known.Code})");
    }

    static HostFailure Explain(Exception failure, Budget budget) => failure switch
    {
        BudgetExceededException => new HostFailure(
            "host.budget",
            $"Synchronization was stopped because it ran longer than the {budget.Words} it may take. " +
            "Try again in a few minutes; if it stops again, ask your administrator to look at the plug-in trace log."),
        StatementsCountOverflowException or RecursionDepthOverflowException or InsufficientExecutionStackException => new HostFailure(
            "host.limit",
            "Synchronization was stopped because the engine script went round in circles. " +
            "Ask your administrator to report this with the plug-in trace log; trying again will not help."),
        _ => new HostFailure(
            "host.unexpected",
            "Synchronization stopped because of an error inside the Co-sell Connector. " +
            "Try again; if it stops again, ask your administrator to look at the plug-in trace log."),
    };

    static string Details(Exception failure) => failure switch
    {
        JavaScriptException thrown => $"{thrown.Message}\n{thrown.JavaScriptStackTrace}",
        HostFailure { InnerException: { } inner } known => $"{known.Code}: {Details(inner)}",
        HostFailure known => $"{known.Code}: {known.Message}",
        _ => failure.ToString(),
    };
}
