using JobsSpecGen.Emission.Behaviour;
using JobsSpecGen.Emission.Http.Client;
using JobsSpecGen.Emission.Http.Environment;
using JobsSpecGen.Emission.Http.Server;
using JobsSpecGen.Emission.Json;
using JobsSpecGen.Emission.Models;
using JobsSpecGen.Emission.OpenApi;
using JobsSpecGen.Emission.Suite;
using JobsSpecGen.Emission.Validation;
using JobsSpecGen.Pipeline;
using Microsoft.CodeAnalysis;

namespace JobsSpecGen;

/// <summary>Turns every spec among the additional files into C#. One line a stage; the work is in the stages.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class JobsSpecGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var specs = context.FindSpecs().WithTrackingName(Stages.Spec);
        var bound = specs.Select(SpecReading.Bind).WithTrackingName(Stages.Bound);
        var distinct = bound.RefuseClashes().WithTrackingName(Stages.Distinct);
        var models = distinct.SelectModels(context).WithTrackingName(Stages.Emittable);
        var lines = distinct.SelectLines(context);
        var references = context.FindReferences().WithTrackingName(Stages.References);

        context.ReportFindings(distinct);

        context.Emit(models, Artefact.Models, ValueTypesEmitter.Emit, "ValueTypes");
        context.Emit(models, Artefact.Models, ModelsEmitter.Emit, "Models");
        context.Emit(models, Artefact.Models, ConstraintViolationEmitter.Emit, "ConstraintViolation");
        context.Emit(models, Artefact.Models, ErrorsEmitter.Emit, "Errors");
        context.Emit(models, Artefact.Models, ValidatorsEmitter.Emit, "Validators");
        context.Emit(models, Artefact.Json, JsonEmitter.Emit, "Json");
        context.Emit(models, Artefact.Json, JsonCodecsEmitter.Emit, "JsonCodecs");
        context.Emit(models, Artefact.Json, JsonConvertersEmitter.Emit, "JsonConverters");
        context.Emit(models, Artefact.Json, JsonErrorsEmitter.Emit, "JsonErrors");
        context.Emit(models, Artefact.Json, JsonTokensEmitter.Emit, "JsonTokens");
        context.Emit(models, Artefact.Service, ServiceEmitter.Emit, "Service");
        context.Emit(models, Artefact.HttpClient, HttpClientEmitter.Emit, "HttpClient");
        context.Emit(models.Where(references, static r => r.HasRouting), Artefact.HttpServer, HttpServerEmitter.Emit, "HttpServer");
        context.EmitSignatures(models, references);
        context.Emit(models, Artefact.OpenApi, OpenApiEmitter.Emit, "OpenApi");
        context.Emit(models.Where(references, static r => r.HasRouting), Artefact.HttpServer, OpenApiEndpointEmitter.Emit, "OpenApiServer");
        context.Emit(models.Where(references, static r => r.HasRouting).Where(static spec => HttpEnvironmentServerEmitter.IsNeeded(spec.Model)), Artefact.HttpServer, HttpEnvironmentServerEmitter.Emit, "HttpEnvironmentServer");
        context.Emit(models, Artefact.Behaviour, StateEmitter.Emit, "State");
        context.Emit(models, Artefact.Behaviour, SnapshotEmitter.Emit, "Snapshot");
        context.Emit(models, Artefact.Behaviour, TraceEmitter.Emit, "Trace");
        context.Emit(models, Artefact.Behaviour, ModelEmitter.Emit, "Model");
        context.Emit(models, Artefact.Reference, InMemoryEmitter.Emit, "InMemory");

        context.EmitSuite(models, references, static r => r.HasEngine, ValuesEmitter.Emit, "Values");
        context.EmitSuite(models, references, static r => r.HasEngine, SpecInfoEmitter.Emit, "SpecInfo");
        context.EmitSuite(models, references, static r => r.HasEngine, MutantsEmitter.Emit, "Mutants");
        context.EmitSuite(models, references, static r => r.HasEngine, SuiteEmitter.Emit, "Suite");
        context.EmitSuite(models, references, static r => r.HasEngine, BackendEmitter.Emit, "Backend");
        context.EmitSuite(models, references, static r => r.HasRunner, TestsEmitter.Emit, "Conformance");
        context.EmitLines(lines, references);
    }
}
