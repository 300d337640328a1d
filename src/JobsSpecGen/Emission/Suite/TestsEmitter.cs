using System.Collections.Generic;
using System.Linq;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;
using Microsoft.CodeAnalysis.Text;

namespace JobsSpecGen.Emission.Suite;

/// <summary>Emits the xunit class that consumers derive from, with a test for each clause, scenario, boundary value and transition.</summary>
internal static class TestsEmitter
{
    public static SourceText Emit(SpecModel spec)
    {
        var types = new ShapeTypes(spec);
        var writer = CodeWriter.ForFile(types.Namespace, usesLinq: true);
        writer.Line($$"""
            // The runner discovers test methods, which are named after clauses; analyzers of xunit and naming rules do not apply to emitted code.
            #pragma warning disable

            /// <summary>
            /// The conformance tests of {{DocText.Of(spec.Title)}}, revision {{DocText.Of(spec.Revision)}}. Derive a class for each backend.
            /// The test of a clause fails if any test case has found a violation of the clause; the test of a test case fails only for its own clause.
            /// </summary>
            """);
        writer.Open($"public abstract class {Identifier.Of(spec.Service + "Conformance")}<TBackend> where TBackend : {Engine.Namespace}.IConformanceTarget, new()");
        writer.Line($$"""
            private static readonly {{Engine.Namespace}}.ConformanceRun s_run = new({{Identifier.Of(spec.Service + "Suite")}}.Instance, static () => new TBackend());

            """);
        WriteClauses(writer, spec);
        WriteCases(writer);
        WriteHelpers(writer);
        writer.Close();
        return writer.ToSourceText();
    }

    private static void WriteClauses(CodeWriter writer, SpecModel spec)
    {
        var taken = new HashSet<string>();
        foreach (var clause in spec.Clauses)
        {
            writer.Line($"/// <summary>{DocText.Of(clause.Says)}</summary>");
            writer.Line($"[global::Xunit.Fact(DisplayName = {CSharpLiteral.Of(clause.Id + ": " + clause.Says)})]");
            writer.Line($"[global::Xunit.Trait(\"Clause\", {CSharpLiteral.Of(clause.Id)})]");
            writer.Line($"[global::Xunit.Trait(\"Level\", {CSharpLiteral.Of(clause.IsMust ? "must" : "should")})]");
            writer.Line($"public global::System.Threading.Tasks.Task {Name(clause, taken)}() => CheckClauseAsync({CSharpLiteral.Of(clause.Id)});");
            writer.Line();
        }
    }

    private static Identifier Name(ClauseModel clause, HashSet<string> taken)
    {
        var name = "Clause_" + new string(clause.Id.Select(c => c is '.' or '-' ? '_' : c).ToArray());
        while (!taken.Add(name))
        {
            name += "_";
        }

        return Identifier.Of(name);
    }

    private static void WriteCases(CodeWriter writer)
    {
        foreach (var (kind, says) in new[]
        {
            ("Witness", "The shortest trace to each point of each clause."),
            ("Scenario", "The readable examples of the spec."),
            ("Boundary", "Boundary values of the constraints."),
            ("Transition", "Every operation in every status."),
            ("Isolation", "The effect of calls on one partition, observed from another."),
            ("Exploration", "Every transition of the bounded model, combined into walks."),
            ("Random", "Random sequences of calls. A failing sequence is shrunk."),
            ("Concurrency", "Concurrent clients. Their history must be linearizable."),
            ("Restart", "Acknowledged changes after the backend was stopped without warning."),
            ("Clock", "Calls that stamp a time, after the clock was advanced."),
            ("Wire", "Raw requests: bindings, malformed bodies, error types."),
        })
        {
            var name = Identifier.Of(kind);
            writer.Line($$"""
                /// <summary>{{DocText.Of(says)}}</summary>
                [global::Xunit.Theory(SkipTestWithoutData = true)]
                [global::Xunit.MemberData(nameof({{name}}Cases), DisableDiscoveryEnumeration = false)]
                public global::System.Threading.Tasks.Task {{name}}(string name) => CheckCaseAsync({{Engine.Namespace}}.CaseKind.{{name}}, name);

                /// <summary>The names of the test cases.</summary>
                public static global::System.Collections.Generic.IEnumerable<global::Xunit.TheoryDataRow<string>> {{name}}Cases() => CasesOf({{Engine.Namespace}}.CaseKind.{{name}});

                """);
        }
    }

    private static void WriteHelpers(CodeWriter writer) => writer.Line($$"""
        /// <summary>The complete report, in addition to the test results.</summary>
        protected static global::System.Threading.Tasks.Task<{{Engine.Namespace}}.ConformanceReport> ReportAsync() =>
            s_run.ReportAsync(global::Xunit.TestContext.Current.CancellationToken);

        private static global::System.Collections.Generic.IEnumerable<global::Xunit.TheoryDataRow<string>> CasesOf({{Engine.Namespace}}.CaseKind kind)
        {
            var isWire = kind == {{Engine.Namespace}}.CaseKind.Wire;
            if (isWire && !typeof({{Engine.Namespace}}.HttpTarget).IsAssignableFrom(typeof(TBackend)))
            {
                yield return new("raw requests") { Skip = "The backend is not called over HTTP. Derive the target from HttpTarget." };
                yield break;
            }

            var plan = isWire ? {{Engine.Namespace}}.ConformancePlan.ForWire(s_run.Suite) : {{Engine.Namespace}}.ConformancePlan.For(s_run.Suite);
            foreach (var planned in plan.Where(planned => planned.Kind == kind))
            {
                var row = new global::Xunit.TheoryDataRow<string>(planned.Name) { TestDisplayName = $"{kind}: {planned.Name}" };
                yield return planned.Clause is null ? row : global::Xunit.TheoryDataRowBaseExtensions.WithTrait(row, "Clause", planned.Clause);
            }
        }

        /// <summary>Checks the run as a whole: it has verified something, and it matches its baseline if it has one.</summary>
        [global::Xunit.Fact(DisplayName = "The run as a whole is worth something, and is what its baseline says")]
        public async global::System.Threading.Tasks.Task Run() => Show(await s_run.JudgeRunAsync(global::Xunit.TestContext.Current.CancellationToken));

        private static async global::System.Threading.Tasks.Task CheckClauseAsync(string id) =>
            Show(await s_run.JudgeClauseAsync(id, global::Xunit.TestContext.Current.CancellationToken));

        private static async global::System.Threading.Tasks.Task CheckCaseAsync({{Engine.Namespace}}.CaseKind kind, string name) =>
            Show(await s_run.JudgeCaseAsync(kind, name, global::Xunit.TestContext.Current.CancellationToken));

        /// <summary>Only verified clauses pass. Clauses that were not exercised are skipped with the reason; so are known failures and deviations from 'should' clauses.</summary>
        private static void Show({{Engine.Namespace}}.TestJudgement judgement)
        {
            switch (judgement.Outcome)
            {
                case {{Engine.Namespace}}.TestOutcome.Passed:
                    return;
                case {{Engine.Namespace}}.TestOutcome.Failed:
                    global::Xunit.Assert.Fail(judgement.Message);
                    return;
                case {{Engine.Namespace}}.TestOutcome.Skipped:
                    global::Xunit.Assert.Skip(judgement.Message);
                    return;
                default:
                    throw new global::System.InvalidOperationException(judgement.Message);
            }
        }
        """);
}
