using dnlib.DotNet;

namespace CoSellConnector.AssemblyLink;

/// <summary>Where every type of the inputs lives, and where forwarded ones went, as it was before anything moved.</summary>
sealed class TypeIndex
{
    readonly HashSet<string> linked;
    readonly Dictionary<(string Assembly, string Type), TypeDef> definitions = [];
    readonly Dictionary<(string Assembly, string Type), AssemblyRef> forwards = [];

    public TypeIndex(IEnumerable<ModuleDefMD> modules)
    {
        linked = [.. modules.Select(module => module.Assembly.Name.String)];
        foreach (var module in modules)
        {
            string assembly = module.Assembly.Name;
            foreach (var type in module.GetTypes()) definitions[(assembly, type.FullName)] = type;
            foreach (var exported in module.ExportedTypes)
                if (exported.Implementation is AssemblyRef target) forwards[(assembly, exported.FullName)] = target;
        }
    }

    public bool IsLinked(AssemblyRef assembly) => linked.Contains(assembly.Name);

    public TypeDef? Definition(AssemblyRef assembly, TypeRef type) => definitions.GetValueOrDefault((assembly.Name, type.FullName));

    public AssemblyRef? Forward(AssemblyRef assembly, TypeRef type) => forwards.GetValueOrDefault((assembly.Name, type.FullName));
}
