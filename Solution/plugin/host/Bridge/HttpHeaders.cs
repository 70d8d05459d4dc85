using System.Linq;
using System.Net.Http;
using CoSellConnector.PluginHost.Json;

namespace CoSellConnector.PluginHost.Bridge;

/// <summary>Response headers under lower-case names; several values of one name become one text.</summary>
static class HttpHeaders
{
    public static JsonObject Write(HttpResponseMessage response)
    {
        var headers = new JsonObject();
        foreach (var header in response.Headers.Concat(response.Content.Headers))
            headers[header.Key.ToLowerInvariant()] = string.Join(", ", header.Value);
        return headers;
    }
}
