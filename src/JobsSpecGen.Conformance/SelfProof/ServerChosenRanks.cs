using JobsSpecGen.Conformance.Comparison;
using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.SelfProof;

/// <summary>
/// Numbers that a backend picks carry no meaning but which are equal and which come later; so two backends are compared by
/// the rank that a number has among those within which it is distinct.
/// </summary>
internal static class ServerChosenRanks
{
    /// <summary>A number that no row of a small world has.</summary>
    private const long Nobodys = 1_000_000;

    /// <summary>From 1; 0 where no row has the number.</summary>
    public static long RankOf(SuiteModel model, SpecValue.Record state, ShapeInfo shape, SpecValue within, long number) =>
        Of(model, state, shape, within).IndexOf(number) + 1;

    /// <summary>The request with every such number, which stands for a rank, replaced by what has that rank in a state.</summary>
    public static SpecCall Translate(SuiteModel model, SpecValue.Record state, SpecCall call) =>
        !ServerChosenNumbers.AreIn(model, call) ? call : call with
        {
            Request = (SpecValue.Record)Values.Map(model, model.Operation(call.Operation).Input, call.Request, (shape, value, parent) =>
            {
                if (!shape.ServerChosen || value is not SpecValue.Integer rank)
                {
                    return value;
                }

                var numbers = Of(model, state, shape, ServerChosenScopes.Of(SpecValue.Absent, shape, parent, call).Within);
                return SpecValue.Of(rank.Value >= 1 && rank.Value <= numbers.Count ? numbers[(int)rank.Value - 1] : Nobodys + rank.Value);
            }),
        };

    /// <summary>An answer with every such number replaced by its rank, and what is empty left out where the two mean the same.</summary>
    public static SpecValue Ranked(SuiteModel model, SpecValue.Record state, string shape, SpecValue answer, SpecCall call) =>
        Emptied(model, shape, Values.Map(model, shape, answer, (s, value, parent) => s.ServerChosen && value is SpecValue.Integer number
            ? SpecValue.Of(RankOf(model, state, s, ServerChosenScopes.Of(SpecValue.Absent, s, parent, call).Within, number.Value))
            : value));

    private static SpecValue Emptied(SuiteModel model, string shape, SpecValue value)
    {
        var info = model.Shape(shape);
        return (info.EmptyIsAbsent, value) switch
        {
            (true, SpecValue.Record { Members.Count: 0 } or SpecValue.Sequence { Items.Count: 0 }) => SpecValue.Absent,
            (_, SpecValue.Record record) when info.Kind == ShapeKind.Structure => new SpecValue.Record(info.Members.Select(m => KeyValuePair.Create(m.Name, Emptied(model, m.Shape, record[m.Name])))),
            (_, SpecValue.Sequence list) when info.Element is not null => new SpecValue.Sequence([.. list.Items.Select(i => Emptied(model, info.Element, i))]),
            _ => value,
        };
    }

    private static List<long> Of(SuiteModel model, SpecValue.Record state, ShapeInfo shape, SpecValue within) =>
        [.. StateRows.Of(model, state)
            .SelectMany(row => (model.Collection(row.Collection)?.Fields ?? []).Where(f => f.Shape == shape.Name).Select(f => (row, Number: row.Fields[f.Name])))
            .Where(r => shape.Within is null || r.row.Fields[shape.Within].Equals(within))
            .Select(r => r.Number).OfType<SpecValue.Integer>().Select(n => n.Value).Distinct().Order()];
}
