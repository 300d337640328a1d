namespace JobsSpecGen.Tests.Layers;

/// <summary>A project under <c>src</c> with its table of layers.</summary>
/// <param name="Name">The name of the project, of its folder and of its root namespace.</param>
/// <param name="AssemblyName">The name of the assembly; it decides which internal types of other projects are accessible.</param>
/// <param name="Layers">Every folder that has sources, lowest first. A folder may use only folders before it.</param>
internal sealed record LayeredProject(string Name, string AssemblyName, IReadOnlyList<Layer> Layers);
