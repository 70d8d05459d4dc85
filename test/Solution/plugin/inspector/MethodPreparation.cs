using System.Reflection;
using System.Runtime.CompilerServices;

namespace Inspector;

/// <summary>Compiles every method ahead, so that whatever the type loader or the compiler refuses shows without being called.</summary>
sealed class MethodPreparation
{
    const BindingFlags All =
        BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    public int Prepared { get; private set; }

    /// <summary>Generic methods for which no simple type argument would do.</summary>
    public int Uninstantiated { get; private set; }

    public List<string> Failures { get; } = [];

    public static MethodPreparation Of(Assembly assembly)
    {
        var preparation = new MethodPreparation();
        foreach (var type in assembly.GetTypes())
            foreach (var method in type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)))
                if (!method.IsAbstract) preparation.Prepare(type, method);
        return preparation;
    }

    void Prepare(Type type, MethodBase method)
    {
        try
        {
            var arguments = TypeArguments.For(type).Concat(method.IsGenericMethod ? TypeArguments.For(method) : []).ToArray();
            if (arguments.Length == 0) RuntimeHelpers.PrepareMethod(method.MethodHandle);
            else RuntimeHelpers.PrepareMethod(method.MethodHandle, [.. arguments.Select(argument => argument.TypeHandle)]);
            Prepared++;
        }
        catch (NoTypeArgumentException)
        {
            Uninstantiated++;
        }
        catch (Exception failure)
        {
            Failures.Add($"{type.FullName}.{method.Name}: {failure.GetType().Name}: {failure.Message}");
        }
    }
}
