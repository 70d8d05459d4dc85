using System;
using System.Globalization;
using CoSellConnector.PluginHost.Json;
using CoSellConnector.PluginHost.Values;
using Microsoft.Xrm.Sdk;

namespace CoSellConnector.PluginHost;

/// <summary>What the engine script returned: <c>{outputParameters?}</c> or <c>{error: {code, message, retry?}}</c>.</summary>
static class EngineAnswer
{
    public static void Apply(string text, IPluginExecutionContext context)
    {
        try
        {
            var answer = JsonReader.ReadObject(text);
            if (answer.Optional<JsonObject>("error") is { } error) throw Refusal(error);
            foreach (var output in answer.Optional<JsonObject>("outputParameters") ?? [])
                context.OutputParameters[output.Key] = ValueReader.Read(output.Value);
        }
        catch (JsonException unreadable)
        {
            throw new HostFailure(
                "host.badAnswer",
                "Synchronization may have ended, but its result cannot be read. Reload the record to see its state; " +
                "ask your administrator to report this with the plug-in trace log.",
                unreadable);
        }
    }

    static InvalidPluginExecutionException Refusal(JsonObject error)
    {
        var code = error.Text("code");
        var message = error.Text("message");
        var status = error.Any("retry") is true ? OperationStatus.Retry : OperationStatus.Failed;
        // A Dataverse code has its own field; any other is for people and belongs to the words.
        return HexCode(code) is { } number
            ? new InvalidPluginExecutionException(status, number, message)
            : new InvalidPluginExecutionException(status, PluginFailure.IsvAborted, $"{message} ({code})");
    }

    static int? HexCode(string code) =>
        code.StartsWith("0x", StringComparison.OrdinalIgnoreCase) &&
        int.TryParse(code.Substring(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
