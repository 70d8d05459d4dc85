using System.Reflection;

namespace Inspector;

/// <summary>Stand-ins for the type parameters of generic types and methods.</summary>
static class TypeArguments
{
    public static IEnumerable<Type> For(Type type) =>
        type.IsGenericTypeDefinition ? type.GetGenericArguments().Select(StandIn).ToList() : [];

    public static IEnumerable<Type> For(MethodBase method) => method.GetGenericArguments().Select(StandIn).ToList();

    static Type StandIn(Type parameter)
    {
        if (parameter.GetGenericParameterConstraints().Any(constraint => constraint != typeof(ValueType))) throw new NoTypeArgumentException();
        return parameter.GenericParameterAttributes.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint) ? typeof(int) : typeof(object);
    }
}
