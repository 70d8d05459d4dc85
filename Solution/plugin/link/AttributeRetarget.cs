using dnlib.DotNet;

namespace CoSellConnector.AssemblyLink;

/// <summary>Attributes hold types too: in their constructor, in arguments, and in arrays and boxes of arguments.</summary>
sealed class AttributeRetarget(ReferenceRetarget references)
{
    public void Visit(IHasCustomAttribute owner)
    {
        foreach (var attribute in owner.CustomAttributes)
        {
            if (attribute.Constructor is MemberRef constructor) references.Member(constructor);
            for (var at = 0; at < attribute.ConstructorArguments.Count; at++)
                attribute.ConstructorArguments[at] = Visit(attribute.ConstructorArguments[at]);
            foreach (var named in attribute.NamedArguments)
            {
                named.Type = references.Signature(named.Type);
                named.Argument = Visit(named.Argument);
            }
        }
    }

    CAArgument Visit(CAArgument argument)
    {
        argument.Type = references.Signature(argument.Type);
        argument.Value = argument.Value switch
        {
            TypeSig type => references.Signature(type),
            CAArgument boxed => Visit(boxed),
            IList<CAArgument> array => array.Select(Visit).ToList(),
            var value => value,
        };
        return argument;
    }
}
