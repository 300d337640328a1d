using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace JobsSpecGen.Binding.Context;

/// <summary>The rules for names in a spec, and their conversion to C# names.</summary>
internal static class Names
{
    private const int Longest = 200;

    // Members that every record has.
    private static readonly HashSet<string> s_ofRecords =
        ["EqualityContract", "PrintMembers", "ToString", "Equals", "GetHashCode", "GetType", "MemberwiseClone", "Finalize", "Clone", "Deconstruct"];

    // Members of the emitted rows and of the state of a partition.
    private static readonly HashSet<string> s_ofState = ["Sequence", "Begin", "Begun", "Undo", "Fork", "Tell", "Latest"];

    // Members that every exception has, from .NET or from the emitted base class.
    private static readonly HashSet<string> s_ofExceptions =
    [
        "Message", "Source", "Data", "HelpLink", "HResult", "InnerException", "StackTrace", "TargetSite", "GetBaseException", "GetObjectData",
        "Code", "WireName", "HttpStatus", "Clause", "Violations",
    ];

    /// <summary>Whether a text can name a type: a capital letter (so that it is no C# keyword), then letters and digits.</summary>
    public static bool IsTypeName(string text) =>
        text.Length is > 0 and <= Longest && text[0] is >= 'A' and <= 'Z' && text.All(c => IsAsciiLetter(c) || IsAsciiDigit(c));

    /// <summary>Whether a text can name a member, variable, collection or group: a letter or underscore, then letters, digits and underscores.</summary>
    public static bool IsMemberName(string text) =>
        text.Length is > 0 and <= Longest && (IsAsciiLetter(text[0]) || text[0] == '_') && text.All(c => IsAsciiLetter(c) || IsAsciiDigit(c) || c == '_');

    /// <summary>Whether a text can be the wire name of an enumeration value: it must also be usable in an expression.</summary>
    public static bool IsWireName(string text) => IsMemberName(text);

    /// <summary>Whether a text can be a single token in a header.</summary>
    public static bool IsHeaderText(string text) => text.Length is > 0 and <= Longest && text.All(c => c is > ' ' and <= '~');

    /// <summary>Whether a text can identify a clause or block: words in lower case, joined by dots and hyphens.</summary>
    public static bool IsClauseId(string text) =>
        text.Length is > 0 and <= Longest
        && text.All(c => IsAsciiLetter(c) || IsAsciiDigit(c) || c is '.' or '-')
        && IsAsciiLetter(text[0])
        && (IsAsciiLetter(text[text.Length - 1]) || IsAsciiDigit(text[text.Length - 1]));

    /// <summary>Whether a text can be a namespace. The namespace of the conformance engine is reserved.</summary>
    public static bool IsNamespace(string text) =>
        text.Length is > 0 and <= Longest
        && text.Split('.').All(part => IsMemberName(part) && part.Any(IsAsciiLetter))
        && !(text + ".").StartsWith("JobsSpecGen.", System.StringComparison.Ordinal);

    /// <summary>The C# name of a member: Pascal case, and different from the names that its type already has.</summary>
    public static string ToMemberIdentifier(string name, string typeName, MemberKind kind)
    {
        var identifier = ToPascalCase(name);
        var isTaken = identifier == typeName || s_ofRecords.Contains(identifier)
            || (kind == MemberKind.Error && s_ofExceptions.Contains(identifier))
            || (kind == MemberKind.Field && s_ofState.Contains(identifier));
        return isTaken ? identifier + "Value" : identifier;
    }

    /// <summary>Pascal case: <c>ON_LOAN</c> gives <c>OnLoan</c>, <c>jobId</c> gives <c>JobId</c>, <c>_1</c> gives <c>N1</c>.</summary>
    public static string ToPascalCase(string name)
    {
        var shouting = !name.Any(c => c is >= 'a' and <= 'z');
        var identifier = new StringBuilder();
        var atStart = true;
        foreach (var c in name)
        {
            if (!IsAsciiLetter(c) && !IsAsciiDigit(c))
            {
                atStart = true;
                continue;
            }

            identifier.Append(atStart ? char.ToUpperInvariant(c) : shouting ? char.ToLowerInvariant(c) : c);
            atStart = false;
        }

        return identifier.Length > 0 && IsAsciiLetter(identifier[0]) ? identifier.ToString() : "N" + identifier;
    }

    private static bool IsAsciiLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsAsciiDigit(char c) => c is >= '0' and <= '9';
}
