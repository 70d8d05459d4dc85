using System;
using SandboxWorker;

var channel = Channel.OverStandardStreams();
// Standard output is the channel; what plug-ins print must not end up in it.
Console.SetOut(Console.Error);
Framework.Demand();
new Worker(channel).Serve();
