using dnlib.DotNet;

namespace CoSellConnector.AssemblyLink;

/// <summary>
/// "protected" may override another assembly's "protected internal", but inside one assembly that would reduce access, and
/// CoreCLR refuses to load the type. Such overrides are raised to what they override.
/// </summary>
static class OverrideAccess
{
    public static void Raise(ModuleDef module)
    {
        var overrides = module.GetTypes().SelectMany(type => type.Methods).Where(IsProtectedOverride).ToList();
        // An override may itself be overridden, hence until nothing changes.
        while (overrides.RemoveAll(method => RaiseOne(method, module)) > 0) { }
    }

    static bool IsProtectedOverride(MethodDef method) =>
        method.IsVirtual && method.IsReuseSlot && method.Access == MethodAttributes.Family;

    static bool RaiseOne(MethodDef method, ModuleDef module)
    {
        for (var type = Base(method.DeclaringType); type?.Module == module; type = Base(type))
            if (type.Methods.Any(candidate => Overrides(method, candidate)))
            {
                method.Access = MethodAttributes.FamORAssem;
                return true;
            }
        return false;
    }

    static bool Overrides(MethodDef method, MethodDef candidate) =>
        candidate.IsVirtual &&
        candidate.Name == method.Name &&
        candidate.MethodSig.Params.Count == method.MethodSig.Params.Count &&
        candidate.Access == MethodAttributes.FamORAssem;

    static TypeDef? Base(TypeDef? type) => type?.BaseType?.ResolveTypeDef();
}
