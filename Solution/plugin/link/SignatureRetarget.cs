using System.Diagnostics.CodeAnalysis;
using dnlib.DotNet;

namespace CoSellConnector.AssemblyLink;

/// <summary>Rebuilds signatures around retargeted types.</summary>
sealed class SignatureRetarget(ReferenceRetarget references)
{
    public void Visit(CallingConventionSig signature)
    {
        switch (signature)
        {
            case MethodBaseSig method:
                method.RetType = Visit(method.RetType);
                Each(method.Params);
                if (method.ParamsAfterSentinel is { } more) Each(more);
                break;
            case FieldSig field: field.Type = Visit(field.Type); break;
            case GenericInstMethodSig generic: Each(generic.GenericArguments); break;
            case LocalSig local: Each(local.Locals); break;
            default: throw new NotSupportedException(signature.GetType().Name);
        }
    }

    [return: NotNullIfNotNull(nameof(signature))]
    public TypeSig? Visit(TypeSig? signature) => signature switch
    {
        null => null,
        CorLibTypeSig or GenericSig or SentinelSig => signature,
        GenericInstSig generic => new GenericInstSig(
            (ClassOrValueTypeSig?)Visit(generic.GenericType),
            generic.GenericArguments.Select(Visit).ToList()),
        ClassSig type => new ClassSig(references.Type(type.TypeDefOrRef)),
        ValueTypeSig type => new ValueTypeSig(references.Type(type.TypeDefOrRef)),
        PtrSig pointer => new PtrSig(Visit(pointer.Next)),
        ByRefSig reference => new ByRefSig(Visit(reference.Next)),
        SZArraySig vector => new SZArraySig(Visit(vector.Next)),
        ArraySig array => new ArraySig(Visit(array.Next), array.Rank, array.Sizes, array.LowerBounds),
        CModReqdSig modified => new CModReqdSig(references.Type(modified.Modifier), Visit(modified.Next)),
        CModOptSig modified => new CModOptSig(references.Type(modified.Modifier), Visit(modified.Next)),
        PinnedSig pinned => new PinnedSig(Visit(pinned.Next)),
        FnPtrSig function => FunctionPointer(function),
        _ => throw new NotSupportedException(signature.GetType().Name),
    };

    FnPtrSig FunctionPointer(FnPtrSig function)
    {
        references.Signature(function.Signature);
        return function;
    }

    void Each(IList<TypeSig> signatures)
    {
        for (var at = 0; at < signatures.Count; at++) signatures[at] = Visit(signatures[at]);
    }
}
