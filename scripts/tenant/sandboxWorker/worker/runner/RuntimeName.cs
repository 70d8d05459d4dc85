using System;

namespace SandboxWorker;

static class RuntimeName
{
    /// <summary>Such as <c>.NET 10.0.1</c> or <c>mono 6.8.0.105</c>.</summary>
    public static string Current => Type.GetType("Mono.Runtime") is { } mono ? $"mono {MonoVersion(mono)}" : $".NET {Environment.Version}";

    static string MonoVersion(Type mono)
    {
        const System.Reflection.BindingFlags hidden = System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static;
        return ((string?)mono.GetMethod("GetDisplayName", hidden)?.Invoke(null, null) ?? "").Split(' ')[0];
    }
}
