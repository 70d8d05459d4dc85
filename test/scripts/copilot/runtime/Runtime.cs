/// <summary>As learn.microsoft.com, connectors/custom-connectors/write-code, has it; what the script does not use is left out.</summary>
public interface IScriptContext
{
    HttpRequestMessage Request { get; }
    Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken);
}

public abstract class ScriptBase
{
    public IScriptContext Context { get; init; }
    public CancellationToken CancellationToken { get; }
    public static StringContent CreateJsonContent(string serializedJson) => new(serializedJson, Encoding.UTF8, "application/json");
    public abstract Task<HttpResponseMessage> ExecuteAsync();
}

sealed class Context(HttpRequestMessage request, HttpClient client) : IScriptContext
{
    public HttpRequestMessage Request => request;
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage sent, CancellationToken cancellationToken) =>
        client.SendAsync(sent, cancellationToken);
}

static class Runtime
{
    /// <summary>Asks by the script: the address of an operation, then the token of the user. Writes the status, and then the body as it is.</summary>
    static async Task Main(string[] args)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, args[0]);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", args[1]);
        using var client = new HttpClient();
        var response = await new Script { Context = new Context(request, client) }.ExecuteAsync();
        Console.OutputEncoding = Encoding.UTF8;
        Console.WriteLine((int)response.StatusCode);
        Console.WriteLine(await response.Content.ReadAsStringAsync());
    }
}
