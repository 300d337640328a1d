using JobsSpecGen.Emission.Writing;

namespace JobsSpecGen.Emission.Validation;

/// <summary>Emits the class that collects the violations, which is the same in every namespace.</summary>
internal static class ConstraintScopeText
{
    public static void Write(CodeWriter writer, Namespace name) => writer.Line($$"""
        /// <summary>A position in the validated value, with the violations so far. It is null if only the result of the check is needed.</summary>
        internal sealed class ConstraintScope
        {
            private readonly string _path;
            private readonly global::System.Collections.Generic.List<global::{{name}}.ConstraintViolation> _violations;

            /// <summary>Starts at the value itself.</summary>
            public ConstraintScope()
                : this(string.Empty, new())
            {
            }

            private ConstraintScope(string path, global::System.Collections.Generic.List<global::{{name}}.ConstraintViolation> violations)
            {
                _path = path;
                _violations = violations;
            }

            /// <summary>All violations so far.</summary>
            public global::System.Collections.Generic.IReadOnlyList<global::{{name}}.ConstraintViolation> Violations => _violations;

            /// <summary>Records a missing required value. Always returns false.</summary>
            public static bool Missing(global::{{name}}.ConstraintScope? scope, string? clause)
            {
                scope?.AddFound("a value", "nothing", clause);
                return false;
            }

            /// <summary>Goes to a member of a structure.</summary>
            public global::{{name}}.ConstraintScope Member(string name) => At(_path.Length == 0 ? name : "." + name);

            /// <summary>Goes to an element of a list.</summary>
            public global::{{name}}.ConstraintScope Item(int index) =>
                At("[" + index.ToString(global::System.Globalization.CultureInfo.InvariantCulture) + "]");

            /// <summary>Goes to a value of a map.</summary>
            public global::{{name}}.ConstraintScope Entry(string key) => At("[" + global::{{name}}.CodePoints.Quote(key) + "]");

            /// <summary>Goes to a name in a map.</summary>
            public global::{{name}}.ConstraintScope Key(string key) => At((_path.Length == 0 ? "key(" : ".key(") + global::{{name}}.CodePoints.Quote(key) + ")");

            /// <summary>Records a number, or a length, that violates a constraint.</summary>
            public void Add(string constraint, long found, string? clause) =>
                AddFound(constraint, found.ToString(global::System.Globalization.CultureInfo.InvariantCulture), clause);

            /// <summary>Records a text that violates a constraint.</summary>
            public void Add(string constraint, string found, string? clause) => AddFound(constraint, global::{{name}}.CodePoints.Quote(found), clause);

            private void AddFound(string constraint, string found, string? clause) =>
                _violations.Add(new global::{{name}}.ConstraintViolation(_path, constraint, found, clause));

            private global::{{name}}.ConstraintScope At(string step) => new(_path + step, _violations);
        }
        """);
}
