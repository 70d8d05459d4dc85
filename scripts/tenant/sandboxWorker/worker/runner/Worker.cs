using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;

namespace SandboxWorker;

/// <summary>Serves the tenant: keeps assemblies, runs each plug-in call on a thread of its own, hands answers to who waits.</summary>
sealed class Worker(Channel channel)
{
    /// <summary>What a thread of a Windows service has; plug-ins that need more must fail here too.</summary>
    const int StackBytes = 1024 * 1024 /* 1 MiB */;

    readonly ConcurrentDictionary<string, PluginAssembly> assemblies = new();
    readonly Calls calls = new(channel);

    public void Serve()
    {
        channel.Send(new() { ["is"] = "ready", ["runtime"] = RuntimeName.Current });
        foreach (var message in channel.Received())
        {
            switch ((string)message["is"]!)
            {
                case "load": Load(message); break;
                case "run": Start(message); break;
                case "answer": calls.Answer(message); break;
                case var unknown: throw new InvalidOperationException($"unknown message {unknown}");
            }
        }
        Environment.Exit(0);
    }

    void Load(Dictionary<string, object?> message) =>
        assemblies[(string)message["key"]!] = new PluginAssembly(Convert.FromBase64String((string)message["bytes"]!));

    void Start(Dictionary<string, object?> message)
    {
        var run = new PluginRun(message, assemblies[(string)message["assembly"]!], calls, channel);
        new Thread(run.Execute, StackBytes) { IsBackground = true }.Start();
    }
}
