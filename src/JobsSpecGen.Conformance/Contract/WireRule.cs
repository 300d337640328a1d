namespace JobsSpecGen.Conformance;

/// <summary>What can be checked of a service over HTTP that no typed call shows. A spec says which of them holds, as a clause each.</summary>
public enum WireRule
{
    /// <summary>A body that is no JSON, or breaks off, is refused.</summary>
    MalformedBody,

    /// <summary>A member of another JSON type than its shape's is refused.</summary>
    WrongTypes,

    /// <summary>Whole numbers are taken however JSON writes them; what is no whole number of 64 bits is refused.</summary>
    Numbers,

    /// <summary>Of a member that comes twice the last counts.</summary>
    DuplicateMembers,

    /// <summary>Members that the request does not have are ignored, or refused where the spec says so.</summary>
    UnknownMembers,

    /// <summary>A body that says it is something else than JSON is refused; one that says nothing is JSON.</summary>
    ContentType,

    /// <summary>No body at all means a request without the members of the body.</summary>
    EmptyBody,

    /// <summary>A name in the path means the same however much of it is percent-encoded, and is decoded once.</summary>
    PathEncoding,

    /// <summary>Names in the query that the operation does not have are ignored.</summary>
    UnknownQuery,

    /// <summary>Of what comes twice in the query the last counts.</summary>
    RepeatedQuery,

    /// <summary>A body that is far too large is refused.</summary>
    OversizeBody,

    /// <summary>A method that the path does not have is refused.</summary>
    WrongMethod,

    /// <summary>A slash at the end of a path changes nothing.</summary>
    TrailingSlash,

    /// <summary>An error's name is in the header, and is not contradicted by the body.</summary>
    ErrorType,

    /// <summary>An error has the status that the spec gives it.</summary>
    ErrorStatus,

    /// <summary>An answer has no members but those of the spec.</summary>
    AnswerMembers,

    /// <summary>Numbers in answers are JSON integers.</summary>
    AnswerNumbers,

    /// <summary>An answer says that it is JSON.</summary>
    AnswerContentType,
}
