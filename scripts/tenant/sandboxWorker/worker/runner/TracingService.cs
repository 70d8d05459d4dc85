using System.Globalization;
using Microsoft.Xrm.Sdk;

namespace SandboxWorker;

/// <summary>Traces go out at once, so they are there even when this process is killed.</summary>
sealed class TracingService(int run, Channel channel) : ITracingService
{
    public void Trace(string format, params object[] args)
    {
        var text = args.Length == 0 ? format : string.Format(CultureInfo.InvariantCulture, format, args);
        channel.Send(new() { ["is"] = "trace", ["run"] = run, ["text"] = text });
    }
}
