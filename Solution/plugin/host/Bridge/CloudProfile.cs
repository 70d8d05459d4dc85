using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CoSellConnector.PluginHost.Bridge;

/// <summary>
/// The addresses the script may call. Hosts are fixed here, so that neither a changed script nor a changed setting can send
/// a token anywhere else.
/// </summary>
sealed class CloudProfile
{
    const int DefaultSandboxPort = 4280;

    static readonly HashSet<string> CommercialHosts = new(StringComparer.OrdinalIgnoreCase)
    {
        "api.partner.microsoft.com",
        "api.partnercenter.microsoft.com",
        "login.microsoftonline.com",
        "3psostorageacct.blob.core.windows.net",
    };

    static readonly Regex LocalSandbox = new(@"^Local sandbox(?::(\d{1,5}))?$", RegexOptions.CultureInvariant);

    readonly string name;
    readonly bool isKnown;
    readonly int? sandboxPort;

    CloudProfile(string name, bool isKnown, int? sandboxPort = null)
    {
        this.name = name;
        this.isKnown = isKnown;
        this.sandboxPort = sandboxPort;
    }

    /// <summary>Of the environment variable's value: <c>Commercial</c> (the default), <c>Local sandbox</c> or <c>Local sandbox:PORT</c>.</summary>
    public static CloudProfile Named(string? value)
    {
        var name = string.IsNullOrWhiteSpace(value) ? "Commercial" : value!.Trim();
        if (name == "Commercial") return new(name, isKnown: true);
        if (LocalSandbox.Match(name) is not { Success: true } sandbox) return new(name, isKnown: false);
        var port = sandbox.Groups[1];
        return new(name, isKnown: true, port.Success ? int.Parse(port.Value, CultureInfo.InvariantCulture) : DefaultSandboxPort);
    }

    /// <summary>The address to call. Throws <c>http.notAllowed</c> where the profile does not list it.</summary>
    public Uri Admit(string url)
    {
        if (!isKnown)
            throw new BridgeRefusal("http.notAllowed", $"The Partner Center cloud profile \"{name}\" is unknown, so no address is allowed.");
        if (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.UserInfo.Length == 0 && Lists(address)) return address;
        throw new BridgeRefusal("http.notAllowed", $"The Partner Center cloud profile \"{name}\" does not allow calls to {Shown(address)}.");
    }

    bool Lists(Uri address) => address.Scheme switch
    {
        "https" => address.Port == 443 && CommercialHosts.Contains(address.Host),
        // A real environment cannot reach its own machine at all; the local tenant's sandbox lives there.
        "http" => address.Host == "127.0.0.1" && address.Port == sandboxPort,
        _ => false,
    };

    // Without path and query, which may carry data.
    static string Shown(Uri? address) => address is { IsAbsoluteUri: true } ? $"{address.Scheme}://{address.Authority}" : "an unreadable address";
}
