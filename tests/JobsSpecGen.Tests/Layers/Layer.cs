namespace JobsSpecGen.Tests.Layers;

/// <summary>A folder of a project, and what it is for in one sentence.</summary>
/// <param name="Folder">The path from the project's folder, with <c>/</c>; <c>.</c> is the project's folder itself.</param>
/// <param name="Purpose">What the folder is for.</param>
internal sealed record Layer(string Folder, string Purpose);
