using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Xrm.Sdk;
using System.ServiceModel;

namespace SandboxWorker;

/// <summary>Requests of plug-ins to the tenant that wait for their answer.</summary>
sealed class Calls(Channel channel)
{
    readonly ConcurrentDictionary<int, TaskCompletionSource<Dictionary<string, object?>>> waiting = new();
    int last;

    /// <summary>Returns the value of the answer, or throws the fault that a refusal is to a plug-in.</summary>
    public object? Ask(int run, string op, Dictionary<string, object?> args)
    {
        var call = Interlocked.Increment(ref last);
        var answered = new TaskCompletionSource<Dictionary<string, object?>>(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting[call] = answered;
        channel.Send(new() { ["is"] = "call", ["run"] = run, ["call"] = call, ["op"] = op, ["args"] = args });
        var answer = answered.Task.GetAwaiter().GetResult();
        return answer["ok"] is true ? answer["value"] : throw Fault((string)answer["code"]!, (string)answer["message"]!);
    }

    public void Answer(Dictionary<string, object?> message)
    {
        if (waiting.TryRemove((int)message["call"]!, out var answered)) answered.SetResult(message);
    }

    static FaultException<OrganizationServiceFault> Fault(string code, string message) =>
        new(new OrganizationServiceFault { ErrorCode = ErrorCode.Number(code), Message = message }, message);
}
