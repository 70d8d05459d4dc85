using System;
using CoSellConnector.PluginHost.Bridge;
using Jint;
using Jint.Native;
using Jint.Native.Object;
using Jint.Runtime;
using Jint.Runtime.Interop;

namespace CoSellConnector.PluginHost.Script;

/// <summary>
/// A JavaScript engine that has run the top level of the engine script and serves one call after the other. What a call could
/// leave behind is out of its reach: see <see cref="Sealing"/>; global names are put back after each call. An engine in which a
/// call failed is not used again: see <see cref="WarmEngines"/>.
/// </summary>
sealed class WarmEngine : IDisposable
{
    /// <summary>Host functions are synchronous, so once the script's own jobs have run, nothing can settle a promise any more.</summary>
    static readonly TimeSpan SettleTimeout = TimeSpan.FromMilliseconds(50);

    readonly BudgetConstraint budget = new();
    readonly Engine engine;
    readonly ObjectInstance entry;
    readonly GlobalSnapshot begin;
    HostBridge? bridge;

    public WarmEngine(EngineScript script, Budget first)
    {
        budget.Current = first;
        engine = ScriptLimits.Create(budget);
        engine.SetValue("__host", HostFunction());
        engine.Execute(script.TopLevel);
        entry = Entry();
        engine.Execute(script.Sealing);
        begin = engine.Advanced.CaptureGlobalSnapshot();
    }

    /// <summary>Calls served so far.</summary>
    public int Calls { get; private set; }

    /// <summary>Returns the JSON that <c>CoSellEngine.handle</c> resolved with.</summary>
    public string Handle(string requestJson, HostBridge calledBridge, Budget callBudget)
    {
        Calls++;
        bridge = calledBridge;
        budget.Current = callBudget;
        var answer = Answer(requestJson);
        bridge = null;
        budget.Current = null;
        engine.Advanced.RestoreGlobalSnapshot(begin);
        return answer;
    }

    public void Dispose() => engine.Dispose();

    string Answer(string requestJson)
    {
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

    // A delegate would be wrapped by way of a closure type that .NET (Core) does not offer to .NET Framework assemblies.
    ClrFunction HostFunction() => new(
        engine,
        "__host",
        (_, arguments) => new JsString(CurrentBridge().Call(Text(arguments, 0), Text(arguments, 1))));

    HostBridge CurrentBridge() => bridge ?? throw BadAnswer("the script calls its host outside of a call");

    static string Text(JsValue[] arguments, int at) => at < arguments.Length && arguments[at].IsString() ? arguments[at].AsString() : "";

    ObjectInstance Entry()
    {
        if (engine.GetValue("CoSellEngine") is not ObjectInstance found)
            throw BadAnswer("the script sets no CoSellEngine");
        var number = found.Get("hostApi");
        if (number.IsNumber() && number.AsNumber() == HostApi.Number) return found;
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
