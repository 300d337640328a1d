namespace JobsSpecGen.Conformance;

/// <summary>The rules about HTTP that typed calls cannot check. A spec selects the rules that apply; each of them is a clause.</summary>
public enum WireRule
{
    /// <summary>A body that is not JSON, or that is truncated, is refused.</summary>
    MalformedBody,

    /// <summary>A member whose JSON type does not match its shape is refused.</summary>
    WrongTypes,

    /// <summary>A whole number is accepted in every JSON notation. A number that is not a 64-bit integer is refused.</summary>
    Numbers,

    /// <summary>If a member occurs more than once, the last occurrence is used.</summary>
    DuplicateMembers,

    /// <summary>Unknown members of a request are ignored, or refused if the spec says so.</summary>
    UnknownMembers,

    /// <summary>A body with a content type other than JSON is refused. A body without a content type is read as JSON.</summary>
    ContentType,

    /// <summary>A request without a body is a request without the members of the body.</summary>
    EmptyBody,

    /// <summary>A name in the path has the same meaning whichever of its characters are percent-encoded. It is decoded exactly once.</summary>
    PathEncoding,

    /// <summary>Unknown query parameters are ignored.</summary>
    UnknownQuery,

    /// <summary>If a query parameter occurs more than once, the last occurrence is used.</summary>
    RepeatedQuery,

    /// <summary>An oversized body is refused.</summary>
    OversizeBody,

    /// <summary>An HTTP method that the path does not support is refused.</summary>
    WrongMethod,

    /// <summary>A trailing slash of the path is ignored.</summary>
    TrailingSlash,

    /// <summary>The name of an error is in the header, and the body does not contradict it.</summary>
    ErrorType,

    /// <summary>An error has the status code of the spec.</summary>
    ErrorStatus,

    /// <summary>A response has only the members of the spec.</summary>
    AnswerMembers,

    /// <summary>Numbers in responses are JSON integers.</summary>
    AnswerNumbers,

    /// <summary>A response has the content type of JSON.</summary>
    AnswerContentType,
}
