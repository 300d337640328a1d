namespace JobsSpecGen.Binding.Context;

/// <summary>What members are members of, as that decides on what may be said of them.</summary>
internal enum MemberKind
{
    /// <summary>A structure, or what an operation answers.</summary>
    Structure,

    /// <summary>What an operation takes: members also say where in a request they travel.</summary>
    Input,

    /// <summary>A row or the partition: members are there unless they are optional.</summary>
    Field,

    /// <summary>What an error carries.</summary>
    Error,
}
