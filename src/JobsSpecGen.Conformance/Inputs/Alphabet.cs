using JobsSpecGen.Conformance.Model;

namespace JobsSpecGen.Conformance.Inputs;

/// <summary>A request of the bounded model.</summary>
/// <param name="Call">The call.</param>
/// <param name="Optionals">The number of optional members.</param>
/// <param name="Arranging">Whether the request is simple enough to arrange a situation.</param>
/// <param name="Identities">The index of each fresh shape that the request uses, with the index of the example; -1 for a value that identifies no row.</param>
internal sealed record GraphRequest(SpecCall Call, int Optionals, bool Arranging, IReadOnlyList<(int Shape, int Example)> Identities);

/// <summary>
/// The requests of the bounded model. For each operation, they contain every combination of input classes of the required members,
/// combined with no optional member, with each class of one optional member, and with each pair of classes of two optional members.
/// The simplest requests are first.
/// </summary>
internal sealed class Alphabet
{
    private const int MaxCombinations = 400;
    private const int MaxRequests = 4_000;
    private readonly Dictionary<string, IReadOnlyList<GraphRequest>> _requests = new(StringComparer.Ordinal);
    private readonly SuiteModel _model;
    private readonly MemberClasses _classes;

    public Alphabet(SuiteModel model)
    {
        _model = model;
        _classes = new(model);
        foreach (var operation in model.Spec.Operations)
        {
            _requests[operation.Name] = [.. RequestsOf(operation).Take(MaxRequests)];
        }
    }

    public MemberClasses Classes => _classes;

    public IReadOnlyList<GraphRequest> Of(string operation) => _requests[operation];

    private IEnumerable<GraphRequest> RequestsOf(OperationInfo operation)
    {
        var members = _model.Input(operation).Members;
        var required = Combinations(members.Where(m => m.Required)
            .Select(m => (m, Classes: _classes.Of(operation, m)))).Take(MaxCombinations).ToList();
        var optional = members.Where(m => !m.Required).Select(m => (Member: m, Classes: _classes.Of(operation, m))).ToList();

        foreach (var basis in required)
        {
            yield return Request(operation, basis, []);
        }

        foreach (var (member, classes) in optional)
        {
            foreach (var value in classes)
            {
                foreach (var basis in required)
                {
                    yield return Request(operation, basis, [(member, value)]);
                }
            }
        }

        for (var i = 0; i < optional.Count; i++)
        {
            for (var j = i + 1; j < optional.Count; j++)
            {
                foreach (var first in optional[i].Classes)
                {
                    foreach (var second in optional[j].Classes)
                    {
                        foreach (var basis in required)
                        {
                            yield return Request(operation, basis, [(optional[i].Member, first), (optional[j].Member, second)]);
                        }
                    }
                }
            }
        }
    }

    private GraphRequest Request(OperationInfo operation, IReadOnlyList<(MemberInfo Member, SpecValue Value)> required, IReadOnlyList<(MemberInfo Member, SpecValue Value)> optional)
    {
        var call = new SpecCall(operation.Name, new(required.Concat(optional).Select(m => KeyValuePair.Create(m.Member.Name, m.Value))));
        var identities = required.Concat(optional)
            .Select(m => (Shape: _model.IdentityOf(_model.Shape(m.Member.Shape)), m.Value))
            .Where(m => m.Shape is not null && !_classes.IsAlso(m.Value))
            .Select(m => (ShapeIndex(m.Shape!), _classes.ExampleIndex(m.Shape!, m.Value)))
            .ToList();
        var arranging = optional.Count < 2
            && identities.All(i => i.Item2 >= 0)
            && required.All(m => _classes.IsSimple(operation, m.Member, m.Value))
            && optional.All(m => _classes.IsSimple(operation, m.Member, m.Value) || m.Value is SpecValue.Record { Members.Count: 0 });
        return new(call, optional.Count, arranging, identities);
    }

    private int ShapeIndex(string shape)
    {
        for (var i = 0; i < _model.IdentityShapes.Count; i++)
        {
            if (_model.IdentityShapes[i] == shape)
            {
                return i;
            }
        }

        return -1;
    }

    private static IEnumerable<IReadOnlyList<(MemberInfo, SpecValue)>> Combinations(IEnumerable<(MemberInfo Member, IReadOnlyList<SpecValue> Classes)> members)
    {
        IEnumerable<IReadOnlyList<(MemberInfo, SpecValue)>> all = [[]];
        foreach (var (member, classes) in members)
        {
            all = all.SelectMany(_ => classes, (basis, value) => (IReadOnlyList<(MemberInfo, SpecValue)>)[.. basis, (member, value)]);
        }

        return all;
    }
}
