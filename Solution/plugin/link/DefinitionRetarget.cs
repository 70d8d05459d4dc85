using dnlib.DotNet;
using dnlib.DotNet.Emit;

namespace CoSellConnector.AssemblyLink;

/// <summary>Visits all that a type definition holds, down to the instructions of its methods.</summary>
sealed class DefinitionRetarget(ReferenceRetarget references)
{
    readonly AttributeRetarget attributes = new(references);

    public void Visit(TypeDef type)
    {
        type.BaseType = references.Type(type.BaseType);
        attributes.Visit(type);
        Security(type);
        Generics(type.GenericParameters);
        foreach (var implemented in type.Interfaces)
        {
            implemented.Interface = references.Type(implemented.Interface);
            attributes.Visit(implemented);
        }
        foreach (var field in type.Fields) Visit(field);
        foreach (var method in type.Methods) Visit(method);
        foreach (var property in type.Properties)
        {
            references.Signature(property.Type);
            attributes.Visit(property);
        }
        foreach (var raised in type.Events)
        {
            raised.EventType = references.Type(raised.EventType);
            attributes.Visit(raised);
        }
    }

    void Visit(FieldDef field)
    {
        references.Signature(field.Signature);
        attributes.Visit(field);
        RefuseCustom(field.MarshalType);
        _ = field.InitialValue;
    }

    void Visit(MethodDef method)
    {
        references.Signature(method.Signature);
        attributes.Visit(method);
        Security(method);
        Generics(method.GenericParameters);
        foreach (var parameter in method.ParamDefs)
        {
            attributes.Visit(parameter);
            RefuseCustom(parameter.MarshalType);
        }
        for (var at = 0; at < method.Overrides.Count; at++)
        {
            var (body, declaration) = (method.Overrides[at].MethodBody, method.Overrides[at].MethodDeclaration);
            method.Overrides[at] = new MethodOverride(references.Method(body), references.Method(declaration));
        }
        if (method.Body is { } code) Visit(code);
    }

    void Visit(CilBody body)
    {
        body.KeepOldMaxStack = true;
        foreach (var local in body.Variables) local.Type = references.Signature(local.Type);
        foreach (var handler in body.ExceptionHandlers) handler.CatchType = references.Type(handler.CatchType);
        foreach (var instruction in body.Instructions) instruction.Operand = references.Operand(instruction.Operand);
    }

    void Generics(IEnumerable<GenericParam> parameters)
    {
        foreach (var parameter in parameters)
        {
            attributes.Visit(parameter);
            foreach (var constraint in parameter.GenericParamConstraints)
            {
                constraint.Constraint = references.Type(constraint.Constraint);
                attributes.Visit(constraint);
            }
        }
    }

    void Security(IHasDeclSecurity owner)
    {
        foreach (var attribute in owner.DeclSecurities.SelectMany(declared => declared.SecurityAttributes))
            attribute.AttributeType = references.Type(attribute.AttributeType);
    }

    /// <summary>Custom marshallers name types as text, which nothing here would find.</summary>
    static void RefuseCustom(MarshalType? marshal)
    {
        if (marshal is CustomMarshalType or SafeArrayMarshalType { UserDefinedSubType: not null })
            throw new NotSupportedException("custom marshalling");
    }
}
