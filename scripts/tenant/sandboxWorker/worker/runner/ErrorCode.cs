using System.Globalization;

namespace SandboxWorker;

/// <summary>Error codes are signed 32-bit numbers, which the tenant writes as hex.</summary>
static class ErrorCode
{
    public static int Number(string hex) => int.Parse(hex.Substring("0x".Length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    public static string Hex(int number) => "0x" + number.ToString("x8", CultureInfo.InvariantCulture);
}
