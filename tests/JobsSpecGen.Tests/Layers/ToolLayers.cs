namespace JobsSpecGen.Tests.Layers;

/// <summary>The layers of <c>src/JobsSpecGen.Tool</c>, lowest first. A folder may use only folders listed before it.</summary>
internal static class ToolLayers
{
    public static LayeredProject Project { get; } = new("JobsSpecGen.Tool", "jobspec",
    [
        new("Terminal", "Output on the terminal and the exit codes."),
        new("Signing", "The options and the key for AWS Signature Version 4."),
        new("ShippedSpecs", "The revisions of the shipped spec that are compiled into the tool."),
        new("Storage", "Stores the state of the jobs data plane in a SQLite file."),
        new("Generation", "Runs the generator on a spec file and prints its diagnostics."),
        new("Checking", "The command `jobspec check`."),
        new("Emitting", "The command `jobspec emit`."),
        new("Serving", "The command `jobspec serve`."),
        new("Testing", "The command `jobspec test`."),
        new(".", "The entry point, which lists the commands."),
    ]);
}
