using CoSellConnector.AssemblyLink;

if (args.Length < 3)
{
    Console.Error.WriteLine("usage: AssemblyLink OUTPUT.dll KEY.snk PRIMARY.dll DEPENDENCY.dll…");
    return 2;
}

var inputs = LinkInputs.Load(args[2..]);
var types = new TypeIndex(inputs.Modules);

// Metadata is read lazily, so every reference is visited before the first type moves.
var retarget = new DefinitionRetarget(new ReferenceRetarget(types));
foreach (var type in inputs.Modules.SelectMany(module => module.GetTypes()).ToList()) retarget.Visit(type);

TypeMove.Into(inputs.Primary, inputs.Dependencies);
OverrideAccess.Raise(inputs.Primary);
LinkedAssembly.Write(inputs, keyFile: args[1], output: args[0]);

foreach (var reference in LinkedAssembly.References(args[0])) Console.WriteLine(reference);
return 0;
