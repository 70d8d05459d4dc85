using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Text;
using CoSellConnector.PluginHost.Json;

namespace CoSellConnector.PluginHost.Bridge;

/// <summary>Builds the request that <c>http.send</c> describes.</summary>
static class HttpRequest
{
    static readonly HashSet<string> Methods = new(StringComparer.Ordinal) { "GET", "PATCH", "POST", "PUT" };

    public static HttpRequestMessage Create(Uri address, JsonObject args)
    {
        var request = new HttpRequestMessage(Method(args.Text("method")), address);
        if (args.OptionalText("body") is { } body) request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        foreach (var header in args.Optional<JsonObject>("headers") ?? [])
        {
            var value = header.Value as string ?? throw new JsonException($"the header \"{header.Key}\" is not text");
            // Not validated: entity tags of Partner Center are not always quoted as the standard wants.
            if (!request.Headers.TryAddWithoutValidation(header.Key, value))
                request.Content?.Headers.TryAddWithoutValidation(header.Key, value);
        }
        // Advice for plug-ins: a kept connection outlives what the sandbox allows and fails the next call.
        request.Headers.ConnectionClose = true;
        // Else .NET Framework waits for the server's leave before it sends a body.
        request.Headers.ExpectContinue = false;
        return request;
    }

    static HttpMethod Method(string name) =>
        Methods.Contains(name) ? new(name) : throw new JsonException($"the method \"{name}\" is none of {string.Join(", ", Methods)}");
}
