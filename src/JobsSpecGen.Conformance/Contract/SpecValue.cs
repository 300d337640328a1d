using System.Globalization;
using JobsSpecGen.Conformance.Contract;

namespace JobsSpecGen.Conformance;

/// <summary>
/// An untyped value of a request, a response or a row of the state. It does not know its shape.
/// Values are immutable and are compared by value. The value of an absent member is <see cref="Absent"/>.
/// </summary>
public abstract record SpecValue
{
    private SpecValue()
    {
    }

    /// <summary>The value of an absent member. JSON null means the same.</summary>
    public static SpecValue Absent { get; } = new AbsentValue();

    /// <summary>Whether the value is not <see cref="Absent"/>.</summary>
    public bool IsPresent => this is not AbsentValue;

    /// <summary>Wraps a string or the wire name of an enum value; null gives <see cref="Absent"/>.</summary>
    public static SpecValue Of(string? value) => value is null ? Absent : new Text(value);

    /// <summary>Wraps a Boolean; null gives <see cref="Absent"/>.</summary>
    public static SpecValue Of(bool? value) => value is { } v ? new Boolean(v) : Absent;

    /// <summary>Wraps an integer or a timestamp (in the unit of the spec); null gives <see cref="Absent"/>.</summary>
    public static SpecValue Of(long? value) => value is { } v ? new Integer(v) : Absent;

    /// <summary>The type of <see cref="Absent"/>.</summary>
    public sealed record AbsentValue : SpecValue
    {
        /// <inheritdoc/>
        public override string ToString() => "absent";
    }

    /// <summary>A string, or the wire name of an enum value.</summary>
    public sealed record Text(string Value) : SpecValue
    {
        /// <inheritdoc/>
        public override string ToString() => SpecValueText.Quote(Value);
    }

    /// <summary>A Boolean.</summary>
    public sealed record Boolean(bool Value) : SpecValue
    {
        /// <inheritdoc/>
        public override string ToString() => Value ? "true" : "false";
    }

    /// <summary>A 64-bit integer or a timestamp.</summary>
    public sealed record Integer(long Value) : SpecValue
    {
        /// <inheritdoc/>
        public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>A list of values.</summary>
    public sealed record Sequence(IReadOnlyList<SpecValue> Items) : SpecValue
    {
        /// <inheritdoc/>
        public bool Equals(Sequence? other) => other is not null && Items.SequenceEqual(other.Items);

        /// <inheritdoc/>
        public override int GetHashCode() => SpecValueText.Hash(Items);

        /// <inheritdoc/>
        public override string ToString() => "[" + string.Join(", ", Items) + "]";
    }

    /// <summary>Named values: a structure or a map. It contains no absent members. The order of the members has no meaning.</summary>
    public sealed record Record : SpecValue
    {
        private readonly SortedDictionary<string, SpecValue> _members;

        /// <summary>Creates a record from members. Absent members are dropped.</summary>
        public Record(IEnumerable<KeyValuePair<string, SpecValue>> members)
        {
            _members = new(StringComparer.Ordinal);
            foreach (var (name, value) in members)
            {
                if (value.IsPresent)
                {
                    _members[name] = value;
                }
            }
        }

        /// <summary>The members that are present, in ordinal order of their names.</summary>
        public IReadOnlyDictionary<string, SpecValue> Members => _members;

        /// <summary>The value of a member, or <see cref="Absent"/>.</summary>
        public SpecValue this[string name] => _members.GetValueOrDefault(name, Absent);

        /// <summary>Returns the record with one member replaced, or removed if the value is absent.</summary>
        public Record With(string name, SpecValue value) =>
            new(_members.Where(m => m.Key != name).Append(new(name, value)));

        /// <inheritdoc/>
        public bool Equals(Record? other)
        {
            if (other is null || _members.Count != other._members.Count)
            {
                return false;
            }

            // The pairs are compared explicitly because the default equality of KeyValuePair uses reflection.
            using var theirs = other._members.GetEnumerator();
            foreach (var (name, value) in _members)
            {
                if (!theirs.MoveNext() || theirs.Current.Key != name || !theirs.Current.Value.Equals(value))
                {
                    return false;
                }
            }

            return true;
        }

        /// <inheritdoc/>
        public override int GetHashCode()
        {
            var hash = new HashCode();
            foreach (var (name, value) in _members)
            {
                hash.Add(name);
                hash.Add(value);
            }

            return hash.ToHashCode();
        }

        /// <inheritdoc/>
        public override string ToString() =>
            _members.Count == 0 ? "{}" : "{ " + string.Join(", ", _members.Select(m => m.Key + ": " + m.Value)) + " }";
    }
}
