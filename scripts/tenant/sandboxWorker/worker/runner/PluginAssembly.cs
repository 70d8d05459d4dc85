using System;
using System.Collections.Concurrent;
using System.IO;
using System.Reflection;
using Microsoft.Xrm.Sdk;

namespace SandboxWorker;

/// <summary>
/// An assembly as imported, loaded at its first use. The platform makes one instance of a plug-in type per registration and
/// shares it between threads; so is it here.
/// </summary>
sealed class PluginAssembly(byte[] bytes)
{
    readonly Lazy<Assembly> assembly = new(() => Load(bytes));
    readonly ConcurrentDictionary<string, IPlugin> instances = new();

    public IPlugin Instance(string typeName, string? configuration) =>
        instances.GetOrAdd($"{typeName} {configuration}", _ => Create(assembly.Value.GetType(typeName, throwOnError: true)!, configuration));

    static IPlugin Create(Type type, string? configuration)
    {
        if (type.GetConstructor([typeof(string), typeof(string)]) is { } both) return (IPlugin)both.Invoke([configuration, null]);
        if (type.GetConstructor([typeof(string)]) is { } one) return (IPlugin)one.Invoke([configuration]);
        return (IPlugin)Activator.CreateInstance(type)!;
    }

    static Assembly Load(byte[] bytes)
    {
        var loaded = Assembly.Load(bytes);
        // Said now, with a name, rather than at whichever call first needs it.
        foreach (var reference in loaded.GetReferencedAssemblies()) Demand(reference);
        return loaded;
    }

    static void Demand(AssemblyName reference)
    {
        try
        {
            Assembly.Load(reference);
        }
        catch (IOException)
        {
            throw new FileNotFoundException($"{RuntimeName.Current} on this machine lacks the assembly {reference.FullName}.");
        }
    }
}
