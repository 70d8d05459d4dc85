using System;
using System.Globalization;
using CoSellConnector.PluginHost.Bridge;
using Jint;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime;
using Jint.Runtime.Interop;

namespace CoSellConnector.PluginHost.Script;

/// <summary>One run of the engine script, in a JavaScript engine of its own.</summary>
static class EngineRun
{
    const int MaxRecursion = 250;

    const int MaxStatements = 200_000_000;

    static readonly TimeSpan RegexTimeout = TimeSpan.FromSeconds(2);

    /// <summary>Host functions are synchronous, so once the script's own jobs have run, nothing can settle a promise any more.</summary>
    static readonly TimeSpan SettleTimeout = TimeSpan.FromMilliseconds(50);

    /// <summary>Returns the JSON that <c>CoSellEngine.handle</c> resolved with.</summary>
    public static string Handle(EngineScript script, string requestJson, HostBridge bridge, Budget budget)
    {
        using var engine = Create(budget);
        engine.SetValue("__host", HostFunction(engine, bridge));
        engine.Execute(script.Prepared);
        var entry = Entry(engine);
        try
        {
            var answer = engine.Invoke(entry.Get("handle"), entry, [new JsString(requestJson)]).UnwrapIfPromise(SettleTimeout);
            return answer.IsString() ? answer.AsString() : throw BadAnswer($"handle resolved with {answer.Type}");
        }
        catch (PromiseRejectedException rejected)
        {
            throw new JavaScriptFailure(rejected.RejectedValue);
        }
    }

    static Engine Create(Budget budget) => new(options => options
        .Strict()
        .DisableStringCompilation()
        .LocalTimeZone(TimeZoneInfo.Utc)
        .Culture(CultureInfo.InvariantCulture)
        .LimitRecursion(MaxRecursion)
        .MaxStatements(MaxStatements)
        .RegexTimeoutInterval(RegexTimeout)
        .Constraint(budget));

    // A delegate would be wrapped by way of a closure type that .NET (Core) does not offer to .NET Framework assemblies.
    static ClrFunction HostFunction(Engine engine, HostBridge bridge) => new(
        engine,
        "__host",
        (_, arguments) => new JsString(bridge.Call(Text(arguments, 0), Text(arguments, 1))));

    static string Text(JsValue[] arguments, int at) => at < arguments.Length && arguments[at].IsString() ? arguments[at].AsString() : "";

    static ObjectInstance Entry(Engine engine)
    {
        if (engine.GetValue("CoSellEngine") is not ObjectInstance entry)
            throw BadAnswer("the script sets no CoSellEngine");
        var number = entry.Get("hostApi");
        if (number.IsNumber() && number.AsNumber() == HostApi.Number) return entry;
        throw new HostFailure(
            "host.engineVersion",
            $"Synchronization cannot run: the engine script expects host API {number}, the plug-in assembly offers {HostApi.Number}, " +
            "so parts of two versions are mixed. An administrator has to import the complete Co-sell Connector solution again.");
    }

    static HostFailure BadAnswer(string details) => new(
        "host.badEngine",
        "Synchronization cannot run: the engine script is not that of the Co-sell Connector. " +
        "An administrator has to import the solution again.",
        new InvalidOperationException(details));
}
