namespace JobsSpecGen.Binding.Context;

/// <summary>The kind of type that members belong to; it decides which keys they allow.</summary>
internal enum MemberKind
{
    /// <summary>A structure, or the output of an operation.</summary>
    Structure,

    /// <summary>The input of an operation: members also have a location in the request.</summary>
    Input,

    /// <summary>A row or the partition: members are required unless they are optional.</summary>
    Field,

    /// <summary>The data of an error.</summary>
    Error,
}
