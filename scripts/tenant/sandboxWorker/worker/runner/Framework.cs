using System.Reflection;

namespace SandboxWorker;

/// <summary>
/// Parts of .NET Framework that a machine may lack: Debian has them as packages of their own beside mono-runtime. Missed at
/// the start they make another runner be taken; missed later they would break single plug-in calls.
/// </summary>
static class Framework
{
    static readonly string[] Usual =
    [
        "System.Numerics, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089",
        "System.Xml, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089",
        "System.Net.Http, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b03f5f7f11d50a3a",
    ];

    /// <summary>Throws <see cref="System.IO.FileNotFoundException"/> for the first one that is missing.</summary>
    public static void Demand()
    {
        foreach (var name in Usual) Assembly.Load(name);
    }
}
