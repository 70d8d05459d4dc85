using System.Reflection;
using System.Text.Json;
using Inspector;

// usage: Inspector ASSEMBLY.dll FOLDER — prints what the assembly is, needs and fails to compile, as JSON; FOLDER holds the SDK.
AppDomain.CurrentDomain.AssemblyResolve += (_, wanted) =>
{
    var file = Path.Combine(args[1], new AssemblyName(wanted.Name).Name + ".dll");
    return File.Exists(file) ? Assembly.LoadFrom(file) : null;
};
var assembly = Assembly.LoadFrom(args[0]);
var preparation = MethodPreparation.Of(assembly);
Console.WriteLine(JsonSerializer.Serialize(new
{
    fullName = assembly.FullName,
    moduleVersionId = assembly.ManifestModule.ModuleVersionId,
    references = assembly.GetReferencedAssemblies().Select(reference => reference.FullName).Order(),
    publicTypes = assembly.GetExportedTypes().Select(type => type.FullName),
    prepared = preparation.Prepared,
    uninstantiated = preparation.Uninstantiated,
    failures = preparation.Failures,
}));
