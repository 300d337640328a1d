namespace JobsSpecGen.PackageTests;

/// <summary>A test project as a user writes it, outside the repository and with an empty package cache.</summary>
internal sealed class Consumer : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("jobsspecgen-consumer-");

    private Consumer()
    {
    }

    public string Folder => Path.Combine(_folder.FullName, "Thermostat.Tests");

    private string Cache => Path.Combine(_folder.FullName, "cache");

    public static async Task<Consumer> CreateAsync(PackedPackages packages)
    {
        var consumer = new Consumer();
        Directory.CreateDirectory(consumer.Folder);
        consumer.Write("Thermostat.Tests.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <AnalysisMode>All</AnalysisMode>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <WarningsNotAsErrors>NU1603;NU1900;NU1901;NU1902;NU1903;NU1904</WarningsNotAsErrors>
                <!-- A runner finds only public test classes, which this rule would have internal. -->
                <NoWarn>CA1515</NoWarn>
                <JobsSpecRevision>2017-11-29</JobsSpecRevision>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="JobsSpecGen" Version="{packages.Version}" PrivateAssets="all" />
                <PackageReference Include="JobsSpecGen.Conformance" Version="{packages.Version}" />
                <PackageReference Include="xunit.v3" Version="4.0.2" />
              </ItemGroup>
            </Project>
            """);
        consumer.Write("Conformance.cs", """
            using IotJobsData;

            namespace Thermostat.Tests;

            public sealed class Reference : JobsDataPlaneBackend
            {
                public override IJobsDataPlane Service { get; } = new InMemoryJobsDataPlane();
            }

            public sealed class ReferenceConformance : JobsDataPlaneConformance<Reference>;
            """);
        consumer.Write("global.json", """{ "test": { "runner": "Microsoft.Testing.Platform" } }""");
        consumer.Write("nuget.config", await packages.ConfigurationAsync(consumer.Folder));
        return consumer;
    }

    public Task<Outcome> DotNetAsync(params string[] arguments) => DotNet.RunAsync(Folder, Cache, arguments);

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(Folder, file), text);
}
