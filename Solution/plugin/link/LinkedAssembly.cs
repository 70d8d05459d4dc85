using dnlib.DotNet;
using dnlib.DotNet.Writer;

namespace CoSellConnector.AssemblyLink;

/// <summary>The signed result: same inputs, same bytes.</summary>
static class LinkedAssembly
{
    public static void Write(LinkInputs inputs, string keyFile, string output)
    {
        var options = new ModuleWriterOptions(inputs.Primary);
        options.InitializeStrongNameSigning(inputs.Primary, new StrongNameKey(keyFile));
        options.PEHeadersOptions.TimeDateStamp = 0;
        inputs.Primary.Mvid = new Guid(inputs.Hash.AsSpan(0, 16));
        inputs.Primary.Write(output, options);
    }

    public static IEnumerable<string> References(string file)
    {
        using var module = ModuleDefMD.Load(File.ReadAllBytes(file));
        return [.. module.GetAssemblyRefs().Select(reference => reference.FullName).Order(StringComparer.Ordinal)];
    }
}
