using System;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using CoSellConnector.PluginHost.Json;
using CoSellConnector.PluginHost.Values;

namespace CoSellConnector.PluginHost.Bridge;

/// <summary>Who signed a text. Whether that signer is the right one, the engine decides.</summary>
static class CertificateSignature
{
    public static JsonObject Verify(JsonObject args)
    {
        if (args.Text("algorithm") != "rsa-sha256") throw new JsonException("the only algorithm is \"rsa-sha256\"");
        using var certificate = Read(args.Text("certificateBase64"));
        var isValid = IsValid(certificate, Bytes(args.Text("signatureBase64")), Encoding.UTF8.GetBytes(args.Text("text")));
        return new()
        {
            ["valid"] = isValid,
            ["issuer"] = certificate.Issuer,
            ["subject"] = certificate.Subject,
            ["notAfter"] = ValueWriter.Text(certificate.NotAfter),
            ["chainValid"] = isValid && ChainIsValid(certificate),
        };
    }

    static X509Certificate2 Read(string base64)
    {
        try
        {
            return new X509Certificate2(Bytes(base64));
        }
        catch (CryptographicException unreadable)
        {
            throw new JsonException($"the certificate is unreadable ({unreadable.Message})");
        }
    }

    static bool IsValid(X509Certificate2 certificate, byte[] signature, byte[] text)
    {
        using var key = certificate.GetRSAPublicKey();
        return key != null && key.VerifyData(text, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    /// <summary>
    /// Up to a root this machine trusts. Revocation lists are not asked: the sandbox may not reach them. Windows may fetch the
    /// issuer from where the certificate says, and .NET Framework can't be told not to: so this comes last, and the engine asks
    /// only for certificates that name places of Microsoft's.
    /// </summary>
    static bool ChainIsValid(X509Certificate2 certificate)
    {
        using var chain = new X509Chain { ChainPolicy = { RevocationMode = X509RevocationMode.NoCheck } };
        return chain.Build(certificate);
    }

    static byte[] Bytes(string base64)
    {
        try
        {
            return Convert.FromBase64String(base64);
        }
        catch (FormatException)
        {
            throw new JsonException("the text is not base64");
        }
    }
}
