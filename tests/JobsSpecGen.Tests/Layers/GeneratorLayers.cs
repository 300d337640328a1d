namespace JobsSpecGen.Tests.Layers;

/// <summary>The layers of <c>src/JobsSpecGen</c>, lowest first. A folder may use only folders listed before it.</summary>
internal static class GeneratorLayers
{
    public static LayeredProject Project { get; } = new("JobsSpecGen", "JobsSpecGen",
    [
        // What a spec says.
        new("Model", "The normalised spec: shapes, expressions, steps and bindings, compared by value and free of positions."),
        new("Yaml", "Reads YAML text into nodes that know their position, within limits of size and depth."),
        new("Diagnostics", "The rules of diagnostics with their messages, and the findings that are reported at positions."),
        new("Expressions", "Lexer and parser of the expression language; the syntax tree is not bound."),

        // From YAML nodes to the model.
        new("Binding/Nodes", "Reads a YAML node as the kind of node that is expected, and reports what is missing or unknown."),
        new("Binding/Context", "The state that the binders of one spec share, the rules for names, and the reading of clauses."),
        new("Binding/Shapes", "Binds shapes, members, constraints, literals and errors."),
        new("Binding/State", "Binds the partition, the collections and the lifecycles."),
        new("Binding/Expressions", "Binds and type-checks expressions, including aggregates and the access paths of readings."),
        new("Binding/Http", "Binds HTTP methods, paths, headers and bodies, and the clauses of the wire format."),
        new("Binding/Steps", "Binds the steps of operations: select, require, transition, write, return."),
        new("Binding", "Binds a whole spec: header, operations and scenarios, by means of the folders above."),

        // Mutants are made in the model, so that they are emitted like any other step.
        new("Mutation", "Applies the mutation operators to the steps of a spec."),

        // From the model to C#.
        new("Emission/Writing", "Writes C# text; the types of this folder escape what comes from the spec."),
        new("Emission/Shapes", "The C# types, constraints, literals and documentation of shapes, for all emitters."),
        new("Emission/Models", "Emits the records, enumerations, value collections, exceptions and interfaces of the service."),
        new("Emission/Validation", "Emits the validators and what they report."),
        new("Emission/Json", "Emits the JSON codecs."),
        new("Emission/Behaviour", "Emits the step function, its state and the in-memory reference."),
        new("Emission/Http/Messages", "How members map to the parts of HTTP messages, for client, server and OpenAPI."),
        new("Emission/Http/Signatures", "Emits the AWS Signature Version 4 signer and verifier."),
        new("Emission/Http/Client", "Emits the HTTP client."),
        new("Emission/Http/Server", "Emits the endpoints of the service for ASP.NET Core."),
        new("Emission/Http/Environment", "Emits the endpoints of the environment actions for ASP.NET Core."),
        new("Emission/OpenApi", "Emits the OpenAPI document of the service."),
        new("Emission/Suite", "Emits the conformance suite: its data, its values, its mutants and its test class."),

        // The generator.
        new("Pipeline", "The stages of the incremental generator in terms of Roslyn."),
        new(".", "The generator class, which connects the stages with the emitters."),
    ]);
}
