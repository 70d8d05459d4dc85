using System.Security.Cryptography;
using dnlib.DotNet;

namespace CoSellConnector.AssemblyLink;

/// <summary>The assembly to link into, and those to link into it.</summary>
sealed record LinkInputs(ModuleDefMD Primary, IReadOnlyList<ModuleDefMD> Dependencies, byte[] Hash)
{
    public IEnumerable<ModuleDefMD> Modules => Dependencies.Prepend(Primary);

    public static LinkInputs Load(IEnumerable<string> files)
    {
        var context = ModuleDef.CreateModuleContext();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var modules = new List<ModuleDefMD>();
        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(file);
            hash.AppendData(bytes);
            modules.Add(ModuleDefMD.Load(bytes, context));
        }
        modules[0].EnableTypeDefFindCache = false;
        return new(modules[0], modules[1..], hash.GetHashAndReset());
    }
}
