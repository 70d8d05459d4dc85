using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;

namespace CoSellConnector.PluginHost.Bridge;

static class Sha256
{
    /// <summary>Of the UTF-8 form of the text, in lower-case hex.</summary>
    public static string Hex(string text)
    {
        using var algorithm = SHA256.Create();
        var hash = algorithm.ComputeHash(Encoding.UTF8.GetBytes(text));
        return string.Concat(hash.Select(octet => octet.ToString("x2", CultureInfo.InvariantCulture)));
    }
}
