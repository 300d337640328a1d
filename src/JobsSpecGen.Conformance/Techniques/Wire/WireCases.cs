using JobsSpecGen.Conformance.Cases;
using JobsSpecGen.Conformance.Exploration;
using JobsSpecGen.Conformance.Inputs;
using JobsSpecGen.Conformance.Model;
using JobsSpecGen.Conformance.Results;
using JobsSpecGen.Conformance.Transport.Codec;

namespace JobsSpecGen.Conformance.Techniques.Wire;

/// <summary>Plans the wire rules of the spec: raw requests for each operation, and rules that are checked on all responses of the run.</summary>
internal sealed class WireCases(SuiteModel model, Samples samples, ExplorationResult exploration, CaseNames names)
{
    private static readonly WireRule[] ErrorRules = [WireRule.ErrorType, WireRule.ErrorStatus];
    private static readonly WireRule[] ResponseRules = [WireRule.AnswerMembers, WireRule.AnswerNumbers, WireRule.AnswerContentType];
    private readonly AcceptableCalls _calls = new(model, samples, exploration);
    private readonly RequestEncoder _encoder = new(model.Spec, new Dictionary<string, string>());

    public IEnumerable<TestCase> All() =>
        Operations.SelectMany(RawRequests).Concat(ErrorRules.SelectMany(r => Errors.SelectMany(e => ResponseChecks(r, e)))).Concat(ResponseRules.SelectMany(r => Operations.SelectMany(o => ResponseChecks(r, o.Name))));

    private IEnumerable<OperationInfo> Operations => model.Spec.Operations.Where(o => !o.IsEnvironment && o.Http is not null);

    private IEnumerable<string> Errors => model.Spec.Errors.Where(e => Operations.Any(o => o.Errors.Contains(e.Code))).Select(e => e.WireName).Distinct();

    private IEnumerable<TestCase> RawRequests(OperationInfo operation)
    {
        if (_calls.Of(operation) is not { } acceptable)
        {
            return [];
        }

        var subject = new RawSubject(model, _encoder, samples, operation);
        return Edits(subject, acceptable)
            .Where(e => model.Spec.WireClauses.ContainsKey(e.Rule))
            .Select(e => Case(e.Rule, $"{operation.Name}: {Labels.Spaced(e.Rule.ToString())}: {e.Edit.Label}", new CaseScript.Raw(acceptable.Arrange, e.Call, e.Edit)));
    }

    private IEnumerable<(WireRule Rule, SpecCall Call, RawEdit Edit)> Edits(RawSubject subject, Witness acceptable)
    {
        IEnumerable<(WireRule, SpecCall, RawEdit)> With(WireRule rule, SpecCall? call, IEnumerable<RawEdit> edits) => call is null ? [] : edits.Select(e => (rule, call, e));
        IEnumerable<(WireRule, SpecCall, RawEdit)> Each(WireRule rule, IEnumerable<MemberInfo> members, Func<RawSubject, MemberInfo, IEnumerable<RawEdit>> edits) =>
            members.SelectMany(m => With(rule, _calls.With(acceptable, subject.Operation, m), edits(subject, m)));

        var call = acceptable.Call;
        var bodiless = call with { Request = new(call.Request.Members.Where(m => subject.Body.All(b => b.Name != m.Key))) };
        return
        [
            .. With(WireRule.MalformedBody, call, BodyEdits.Malformed(subject)),
            .. Each(WireRule.WrongTypes, subject.Body, BodyEdits.WrongTypes),
            .. Each(WireRule.WrongTypes, subject.Query, TargetEdits.WrongQuery),
            .. Each(WireRule.Numbers, subject.Body, BodyEdits.Numbers),
            .. Each(WireRule.DuplicateMembers, subject.Body, BodyEdits.Duplicates),
            .. With(WireRule.UnknownMembers, call, BodyEdits.UnknownMembers(subject)),
            .. With(WireRule.ContentType, call, BodyEdits.ContentTypes(subject)),
            .. With(WireRule.EmptyBody, subject.Body.Any(m => m.Required) ? call : bodiless, BodyEdits.Empty(subject)),
            .. With(WireRule.PathEncoding, call, TargetEdits.Encodings(subject)),
            .. subject.Path.SelectMany(m => model.Shape(m.Shape).Also.SelectMany(literal =>
                With(WireRule.PathEncoding, call with { Request = call.Request.With(m.Name, SpecValue.Of(literal)) }, TargetEdits.Literals(literal)))),
            .. With(WireRule.UnknownQuery, call, TargetEdits.UnknownQuery()),
            .. Each(WireRule.RepeatedQuery, subject.Query, TargetEdits.RepeatedQuery),
            .. With(WireRule.OversizeBody, call, BodyEdits.TooLarge(subject)),
            .. With(WireRule.WrongMethod, call, TargetEdits.WrongMethods(subject)),
            .. With(WireRule.TrailingSlash, call, TargetEdits.TrailingSlash()),
        ];
    }

    private IEnumerable<TestCase> ResponseChecks(WireRule rule, string subject) => model.Spec.WireClauses.ContainsKey(rule)
        ? [Case(rule, $"{Labels.Spaced(rule.ToString())} of {subject}, in all responses", new CaseScript.AllAnswers(rule, subject))]
        : [];

    private TestCase Case(WireRule rule, string name, CaseScript script) =>
        new(new(CaseKind.Wire, names.Unique(CaseKind.Wire, name), model.Spec.WireClauses[rule]), script);
}
