using dnlib.DotNet;

namespace CoSellConnector.AssemblyLink;

/// <summary>Moves types and resources of the dependencies into the primary module, hidden from outside.</summary>
static class TypeMove
{
    public static void Into(ModuleDef primary, IEnumerable<ModuleDef> dependencies)
    {
        var taken = primary.Types.Select(type => type.FullName).ToHashSet();
        foreach (var module in dependencies)
        {
            foreach (var type in module.Types.ToList()) Move(type, module, primary, taken);
            foreach (var resource in module.Resources) Add(resource, primary);
        }
    }

    static void Move(TypeDef type, ModuleDef from, ModuleDef to, HashSet<string> taken)
    {
        if (type.IsGlobalModuleType)
        {
            if (type.HasMethods || type.HasFields) throw new NotSupportedException($"{from.Name}: members outside any type");
            return;
        }
        from.Types.Remove(type);
        if (type.IsPublic) type.Visibility = TypeAttributes.NotPublic;
        if (!taken.Add(type.FullName))
        {
            // Compiler-made and resource types occur in several assemblies; each keeps its own under a longer name.
            var owner = from.Assembly.Name.String;
            type.Namespace = type.Namespace.Length > 0 ? $"{owner}.{type.Namespace}" : owner;
            if (!taken.Add(type.FullName)) throw new NotSupportedException($"{type.FullName} occurs twice");
        }
        to.Types.Add(type);
    }

    static void Add(Resource resource, ModuleDef to)
    {
        if (to.Resources.Any(present => present.Name == resource.Name))
            throw new NotSupportedException($"resource {resource.Name} occurs twice");
        to.Resources.Add(resource);
    }
}
