using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using Inspector;

// usage: Inspector ASSEMBLY.dll — prints its name and those it refers to, without loading it: CoreCLR has its own of some.
if (args.Length == 1)
{
    using var file = new PEReader(File.OpenRead(args[0]));
    var metadata = file.GetMetadataReader();
    Console.WriteLine(JsonSerializer.Serialize(new
    {
        fullName = metadata.GetAssemblyDefinition().GetAssemblyName().FullName,
        references = metadata.AssemblyReferences.Select(handle => metadata.GetAssemblyReference(handle).GetAssemblyName().FullName),
    }));
    return;
}

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
