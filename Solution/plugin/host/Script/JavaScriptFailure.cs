using System;
using Jint.Native;
using Jint.Native.Object;

namespace CoSellConnector.PluginHost.Script;

/// <summary>The engine script rejected its promise, which it promises never to do; the text is for the trace.</summary>
sealed class JavaScriptFailure(JsValue reason) : Exception(Describe(reason))
{
    static string Describe(JsValue reason) =>
        reason is ObjectInstance error ? $"{error}\n{error.Get("stack")}" : reason.ToString();
}
