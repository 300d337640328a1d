using JobsSpecGen.Tests.Support;
using Microsoft.CodeAnalysis;

namespace JobsSpecGen.Tests.Binding;

/// <summary>
/// Mistakes in the spec as it is shipped, in a project that uses all that is made of it: the one mistake is told, and not
/// drowned in errors of the compiler about types that are missing because of it.
/// </summary>
public sealed class ShippedSpecTests
{
    private const string Device =
        """
        using System.Threading;
        using System.Threading.Tasks;
        using IotJobsData;

        internal static class Device
        {
            private static readonly InMemoryJobsDataPlane s_reference = new();

            public static IJobsDataPlaneEnvironment Environment => s_reference;

            public static async Task<string?> WorkAsync(string thing, CancellationToken cancellationToken)
            {
                IJobsDataPlane service = s_reference;
                await Environment.CreateJobExecutionAsync(new CreateJobExecutionRequest { ThingName = thing, JobId = "job", JobDocument = "{}" }, cancellationToken);
                var next = await service.StartNextPendingJobExecutionAsync(new StartNextPendingJobExecutionRequest { ThingName = thing }, cancellationToken);
                if (next.Execution is not { Status: JobExecutionStatus.InProgress } execution)
                {
                    return null;
                }

                var update = new UpdateJobExecutionRequest
                {
                    ThingName = thing,
                    JobId = execution.JobId,
                    Status = JobExecutionStatus.Succeeded,
                    StatusDetails = ValueMap.Create(("percent", "100")),
                    ExpectedVersion = execution.VersionNumber,
                };
                try
                {
                    return UpdateJobExecutionRequestValidator.IsValid(update)
                        ? (await service.UpdateJobExecutionAsync(update, cancellationToken)).ExecutionState?.Status.ToWireName()
                        : UpdateJobExecutionRequestValidator.Validate(update)[0].Constraint;
                }
                catch (VersionMismatchException e)
                {
                    return e.ExecutionState?.Status.ToWireName() + e.Clause;
                }
                catch (JobsDataPlaneException e)
                {
                    return e.Code + e.HttpStatus;
                }
            }
        }

        """;

    private const string Tests =
        """
        /// <summary>The reference.</summary>
        public sealed class Reference : IotJobsData.JobsDataPlaneBackend
        {
            private readonly IotJobsData.InMemoryJobsDataPlane _reference = new();

            /// <inheritdoc/>
            public override IotJobsData.IJobsDataPlane Service => _reference;

            /// <inheritdoc/>
            public override IotJobsData.IJobsDataPlaneEnvironment? Environment => _reference;
        }

        /// <summary>Its tests.</summary>
        public sealed class ReferenceTests : IotJobsData.JobsDataPlaneConformance<Reference>;
        """;

    private static readonly SpecText s_spec = SpecText.Of(Repository.JobsSpec);

    [Fact]
    public void Has_no_mistake()
    {
        var run = Run(s_spec);
        Assert.Empty(run.Diagnostics);
        run.AssertCompiles();
        Assert.Equal(
            ["Backend", "Conformance", "ConstraintViolation", "Errors", "HttpClient", "InMemory", "Json", "JsonCodecs", "JsonConverters", "JsonErrors", "JsonTokens", "Model", "Models", "Mutants", "OpenApi", "Service", "SigV4", "SigV4Handler", "Snapshot", "SpecInfo", "SpecLines", "State", "Suite", "Trace", "Validators", "ValueTypes", "Values"],
            run.Artefacts);
    }

    [Fact]
    public void A_misspelt_member_in_an_expression() => GivesOnly(
        s_spec.With("- require: input.expectedVersion == null ||", "- require: input.[|expectedVersoin|] == null ||"),
        "JSG3003: 'input' has no member 'expectedVersoin'. Did you mean 'expectedVersion'?");

    [Fact]
    public void An_unknown_status_in_the_lifecycle() => GivesOnly(
        s_spec.With("requestable: [IN_PROGRESS, SUCCEEDED,", "requestable: [IN_PROGRESS, [|SUCEEDED|],"),
        "JSG3006: 'SUCEEDED' is no value of 'JobExecutionStatus'. Did you mean 'SUCCEEDED'?");

    [Fact]
    public void A_wrong_type_in_set() => GivesOnly(
        s_spec.With("- set: { execution.versionNumber: execution.versionNumber + 1 }\n        clause: update.version\n", "- set: { execution.versionNumber: [|input.jobId|] }\n        clause: update.version\n"),
        "JSG3004: 'versionNumber' must be a whole number, but this is a string");

    [Fact]
    public void A_duplicate_key() => GivesOnly(
        s_spec.With("    groups:\n", "    [|initial|]: IN_PROGRESS\n    groups:\n"),
        "JSG0002: The key 'initial' is already given in line 249; remove or rename one of the two");

    [Fact]
    public void A_tab_character() => GivesOnly(
        s_spec.With("    row: thing\n", "[|\t|]  row: thing\n"),
        "JSG0003: A tab indents this line; indent with spaces instead");

    private static void GivesOnly(SpecText spec, string expected)
    {
        var run = Run(spec);
        var diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal(spec.Place, diagnostic.Location.GetLineSpan().Span);
        Assert.Equal(expected, $"{diagnostic.Id}: {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");
        run.AssertCompiles();
    }

    private static GeneratorRun Run(SpecText spec) =>
        GeneratorRun.Of([new SpecInput(spec.Text)], Consumer.With(Device + Tests, ConformanceEngine.WithRunner));
}
