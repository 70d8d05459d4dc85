using dnlib.DotNet;

namespace CoSellConnector.AssemblyLink;

/// <summary>Turns references to linked assemblies into references to the definitions that move in.</summary>
sealed class ReferenceRetarget
{
    readonly TypeIndex types;
    readonly SignatureRetarget signatures;
    readonly HashSet<object> visited = new(ReferenceEqualityComparer.Instance);

    public ReferenceRetarget(TypeIndex types)
    {
        this.types = types;
        signatures = new SignatureRetarget(this);
    }

    public ITypeDefOrRef? Type(ITypeDefOrRef? type)
    {
        if (type is TypeSpec spec && IsNew(spec)) spec.TypeSig = Signature(spec.TypeSig);
        if (type is not TypeRef reference || reference.Scope is not AssemblyRef assembly || !types.IsLinked(assembly)) return type;
        if (types.Definition(assembly, reference) is { } definition) return definition;
        if (reference.ResolutionScope is AssemblyRef && types.Forward(assembly, reference) is { } target)
        {
            reference.ResolutionScope = target;
            return reference;
        }
        throw new TypeLoadException($"{reference.FullName} of {assembly.Name} is not among the inputs");
    }

    public IMethodDefOrRef Method(IMethodDefOrRef method) => method is MemberRef member ? Member(member) : method;

    public MemberRef Member(MemberRef member)
    {
        if (!IsNew(member)) return member;
        if (member.Class is ITypeDefOrRef owner) member.Class = (IMemberRefParent?)Type(owner);
        Signature(member.Signature);
        return member;
    }

    public object? Operand(object? operand) => operand switch
    {
        MethodSpec method => Instantiated(method),
        MemberRef member => Member(member),
        ITypeDefOrRef type => Type(type),
        MethodSig signature => Standalone(signature),
        _ => operand,
    };

    public TypeSig? Signature(TypeSig? signature) => signatures.Visit(signature);

    public void Signature(CallingConventionSig? signature)
    {
        if (signature is not null && IsNew(signature)) signatures.Visit(signature);
    }

    MethodSpec Instantiated(MethodSpec method)
    {
        if (!IsNew(method)) return method;
        method.Method = Method(method.Method);
        Signature(method.Instantiation);
        return method;
    }

    MethodSig Standalone(MethodSig signature)
    {
        Signature(signature);
        return signature;
    }

    bool IsNew(object reference) => visited.Add(reference);
}
