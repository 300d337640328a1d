using JobsSpecGen.Tests.Support;

namespace JobsSpecGen.Tests.Binding;

/// <summary>A spec with one mistake, and the one diagnostic that it must give at the marked place.</summary>
/// <param name="Id">The rule.</param>
/// <param name="What">The mistake in words.</param>
/// <param name="Spec">The spec, with the place marked.</param>
/// <param name="Message">The whole message.</param>
internal sealed record Mistake(string Id, string What, SpecText Spec, string Message);
