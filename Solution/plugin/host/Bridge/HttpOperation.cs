using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using CoSellConnector.PluginHost.Json;

namespace CoSellConnector.PluginHost.Bridge;

/// <summary>The <c>http.send</c> operation: one request, no redirects, one time limit from connecting to the last byte.</summary>
sealed class HttpOperation(EnvironmentVariables environment, Budget budget)
{
    const int MaxBodyBytes = 5 * 1024 * 1024 /* 5 MiB */;

    const int DefaultTimeoutMs = 15_000;

    /// <summary>.NET Framework allows two to a host, for which all executions in a worker process would queue.</summary>
    const int MaxConnectionsPerHost = 32;

    static readonly HttpClient Client = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        Timeout = System.Threading.Timeout.InfiniteTimeSpan,
    };

    public JsonObject Send(JsonObject args)
    {
        var address = environment.CloudProfile.Admit(args.Text("url"));
        var isBinary = args.Flag("binary");
        var timeoutMs = Math.Min(Timeout(args), budget.RemainingMs);
        ServicePointManager.FindServicePoint(address).ConnectionLimit = MaxConnectionsPerHost;
        using var request = HttpRequest.Create(address, args);
        using var timeout = new CancellationTokenSource(timeoutMs);
        try
        {
            using var response = Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token).GetAwaiter().GetResult();
            var body = Body(response, timeout.Token);
            return new()
            {
                ["status"] = (int)response.StatusCode,
                ["headers"] = HttpHeaders.Write(response),
                [isBinary ? "bodyBase64" : "body"] = isBinary ? Convert.ToBase64String(body) : Encoding.UTF8.GetString(body),
            };
        }
        catch (Exception failure) when (failure is not BridgeRefusal)
        {
            throw timeout.IsCancellationRequested
                ? new BridgeRefusal("http.timeout", $"{address.Host} did not answer within {timeoutMs} ms.")
                : new BridgeRefusal("http.network", $"{address.Host} cannot be reached: {failure.GetBaseException().Message}");
        }
    }

    static int Timeout(JsonObject args) => args.Any("timeoutMs") switch
    {
        null => DefaultTimeoutMs,
        int ms when ms > 0 => ms,
        _ => throw new JsonException("\"timeoutMs\" is not a positive whole number"),
    };

    static byte[] Body(HttpResponseMessage response, CancellationToken timeout)
    {
        using var stream = response.Content.ReadAsStreamAsync().GetAwaiter().GetResult();
        using var body = new MemoryStream();
        var buffer = new byte[81920];
        // Closing the stream is what ends a read: not every runtime here lets a token do so.
        using (timeout.Register(stream.Dispose))
            for (int count; (count = stream.Read(buffer, 0, buffer.Length)) > 0;)
            {
                body.Write(buffer, 0, count);
                if (body.Length > MaxBodyBytes)
                    throw new BridgeRefusal("http.tooLarge", $"The answer has more than {MaxBodyBytes} bytes.");
            }
        timeout.ThrowIfCancellationRequested();
        return body.ToArray();
    }
}
