using System;
using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Xrm.Sdk;

namespace SandboxWorker;

/// <summary>The platform makes one instance of a plug-in type per registration and shares it between threads; so is it here.</summary>
sealed class PluginInstances
{
    readonly ConcurrentDictionary<string, IPlugin> instances = new();

    public IPlugin Get(Assembly assembly, string assemblyKey, string typeName, string? configuration) =>
        instances.GetOrAdd($"{assemblyKey} {typeName} {configuration}", _ => Create(assembly.GetType(typeName, throwOnError: true)!, configuration));

    static IPlugin Create(Type type, string? configuration)
    {
        if (type.GetConstructor([typeof(string), typeof(string)]) is { } both) return (IPlugin)both.Invoke([configuration, null]);
        if (type.GetConstructor([typeof(string)]) is { } one) return (IPlugin)one.Invoke([configuration]);
        return (IPlugin)Activator.CreateInstance(type)!;
    }
}
