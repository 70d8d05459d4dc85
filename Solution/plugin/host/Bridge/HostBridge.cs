using System;
using System.Collections.Generic;
using System.Diagnostics;
using CoSellConnector.PluginHost.Json;

namespace CoSellConnector.PluginHost.Bridge;

/// <summary>
/// All that the engine script can do to the world: <c>__host(op, argsJson)</c>, JSON in and JSON out.
/// A refusal is an answer, never an exception; only the end of the time budget stops the script from here.
/// </summary>
sealed class HostBridge
{
    readonly Dictionary<string, Func<JsonObject, JsonObject>> operations;
    readonly Stopwatch watch = new();
    readonly Budget budget;

    public HostBridge(PluginServices services, Budget budget)
    {
        this.budget = budget;
        var organization = new OrganizationOperations(services);
        var environment = new EnvironmentVariables(services.System);
        var http = new HttpOperation(environment, budget);
        var memo = new Memo(services.Context.OrganizationId);
        operations = new(StringComparer.Ordinal)
        {
            ["org.create"] = organization.Create,
            ["org.retrieve"] = organization.Retrieve,
            ["org.update"] = organization.Update,
            ["org.delete"] = organization.Delete,
            ["org.fetch"] = organization.Fetch,
            ["org.execute"] = organization.Execute,
            ["http.send"] = http.Send,
            ["crypto.sha256"] = args => new() { ["hex"] = Sha256.Hex(args.Text("text")) },
            ["crypto.verifyCertificateSignature"] = CertificateSignature.Verify,
            ["id.new"] = _ => new() { ["id"] = Values.ValueWriter.Text(Guid.NewGuid()) },
            ["clock.now"] = _ => new() { ["now"] = Values.ValueWriter.Text(DateTime.UtcNow) },
            ["env.get"] = environment.Get,
            ["secret.get"] = args => new() { ["value"] = environment.Secret(args.Text("name")) },
            ["memo.get"] = memo.Get,
            ["memo.put"] = memo.Put,
            ["trace"] = args => Trace(services, args),
        };
    }

    public int Calls { get; private set; }

    public long ElapsedMs => watch.ElapsedMilliseconds;

    public string Call(string op, string argsJson)
    {
        budget.Check();
        Calls++;
        watch.Start();
        try
        {
            return JsonWriter.Write(Answer(op, argsJson));
        }
        finally
        {
            watch.Stop();
        }
    }

    JsonObject Answer(string op, string argsJson)
    {
        try
        {
            if (!operations.TryGetValue(op, out var operation))
                throw new BridgeRefusal("host.unknownOperation", $"The plug-in host has no operation \"{op}\".");
            return new() { ["ok"] = true, ["value"] = operation(JsonReader.ReadObject(argsJson)) };
        }
        catch (Exception failure) when (failure is not BudgetExceededException)
        {
            var refusal = Refusals.Explain(failure);
            return new() { ["ok"] = false, ["code"] = refusal.Code, ["message"] = refusal.Message };
        }
    }

    static JsonObject Trace(PluginServices services, JsonObject args)
    {
        services.Trace(args.Text("text"));
        return [];
    }
}
