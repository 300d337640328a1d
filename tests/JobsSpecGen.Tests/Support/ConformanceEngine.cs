using JobsSpecGen.Conformance;
using Microsoft.CodeAnalysis;

namespace JobsSpecGen.Tests.Support;

/// <summary>The conformance engine and xunit: what a test project of a consumer refers to.</summary>
internal static class ConformanceEngine
{
    public static IEnumerable<MetadataReference> Alone { get; } = References(typeof(ConformanceRun));

    public static IEnumerable<MetadataReference> WithRunner { get; } = References(
        typeof(ConformanceRun), typeof(TestContext), typeof(Assert), typeof(FactAttribute), typeof(TheoryDataRow<>), typeof(Xunit.v3.IXunitTest), typeof(Xunit.Sdk.ITestCase));

    private static MetadataReference[] References(params Type[] types) =>
        [.. types.Select(type => type.Assembly.Location).Distinct().Select(path => MetadataReference.CreateFromFile(path))];
}
