using System.Linq;
using JobsSpecGen.Emission.Shapes;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;
using Microsoft.CodeAnalysis.Text;

namespace JobsSpecGen.Emission.Suite;

/// <summary>Emits the adapter between a typed backend and the engine; consumers derive from it to have a backend tested.</summary>
internal static class BackendEmitter
{
    public static SourceText Emit(SpecModel spec)
    {
        var types = new ShapeTypes(spec);
        var writer = CodeWriter.ForFile(types.Namespace);
        var name = Identifier.Of(spec.Service + "Backend");
        var service = Identifier.Of(spec.Service);
        writer.Line($"/// <summary>A backend under test. Derive from it and supply the service; supply the environment too, so that tests can arrange state.</summary>");
        writer.Open($"public abstract class {name} : {Engine.Namespace}.IConformanceTarget");
        writer.Line($$"""
            /// <summary>The service under test.</summary>
            public abstract I{{service}} Service { get; }

            /// <summary>
            /// The environment actions, by which tests arrange state. An action that is not supported may throw
            /// <see cref="global::System.NotSupportedException"/> with the reason; test cases that need it are then reported as not verifiable.
            /// </summary>
            public virtual I{{service}}Environment? Environment => Service as I{{service}}Environment;

            /// <summary>The name of the backend in reports, with its version if it has one.</summary>
            public virtual string Name => GetType().Name;

            /// <inheritdoc/>
            public virtual global::System.TimeSpan EnvironmentDelay => global::System.TimeSpan.Zero;

            /// <inheritdoc/>
            public virtual global::System.TimeSpan ClockTolerance => global::System.TimeSpan.FromSeconds(1);

            /// <inheritdoc/>
            public virtual {{Engine.Namespace}}.ConformanceOptions Options => {{Engine.Namespace}}.ConformanceOptions.FromEnvironment();

            /// <inheritdoc/>
            public virtual global::System.Threading.Tasks.ValueTask DisposeAsync()
            {
                global::System.GC.SuppressFinalize(this);
                return default;
            }

            /// <inheritdoc/>
            public async global::System.Threading.Tasks.ValueTask<{{Engine.Namespace}}.CallOutcome> CallAsync({{Engine.Namespace}}.SpecCall call, global::System.Threading.CancellationToken cancellationToken)
            {
                global::System.ArgumentNullException.ThrowIfNull(call);
                try
                {
                    return new {{Engine.Namespace}}.CallOutcome.Answered(await SendAsync(call, cancellationToken).ConfigureAwait(false));
                }
                catch ({{Identifier.Of(spec.Service + "Exception")}} error)
                {
                    return new {{Engine.Namespace}}.CallOutcome.Refused(error.Code, error.HttpStatus, error.Message, {{Identifier.Of(spec.Service + "Values")}}.DataOf(error));
                }
                catch (global::System.NotSupportedException error)
                {
                    return new {{Engine.Namespace}}.CallOutcome.Unsupported(error.Message);
                }
                catch (global::System.Exception error) when (error is global::System.TimeoutException || (error is global::System.OperationCanceledException && !cancellationToken.IsCancellationRequested))
                {
                    return new {{Engine.Namespace}}.CallOutcome.TimedOut(error.Message);
                }
                catch (global::System.Exception error) when (error is not global::System.OperationCanceledException)
                {
                    return new {{Engine.Namespace}}.CallOutcome.Broken(error);
                }
            }

            private I{{service}}Environment ReachEnvironment() =>
                Environment ?? throw new global::System.NotSupportedException("The backend's adapter has no environment, with which situations could be arranged.");

            """);
        WriteSend(writer, spec);
        writer.Close();
        return writer.ToSourceText();
    }

    private static void WriteSend(CodeWriter writer, SpecModel spec)
    {
        var values = Identifier.Of(spec.Service + "Values");
        writer.Open($"private async global::System.Threading.Tasks.ValueTask<{Engine.Value}> SendAsync({Engine.Namespace}.SpecCall call, global::System.Threading.CancellationToken cancellationToken)");
        writer.Open($"switch (call.Operation)");
        foreach (var operation in spec.Operations)
        {
            var method = Identifier.Of(operation.Name + "Async");
            var request = Code.Of($"{values}.To{Identifier.Of(operation.Input)}(call.Request), cancellationToken");
            writer.Line($"case {CSharpLiteral.Of(operation.Name)}:");
            if (operation.IsEnvironment)
            {
                writer.Line($"    await ReachEnvironment().{method}({request}).ConfigureAwait(false);");
                writer.Line($"    return {Engine.Value}.Absent;");
            }
            else
            {
                writer.Line($"    return {values}.Of(await Service.{method}({request}).ConfigureAwait(false)");
                writer.Line($"        ?? throw new global::System.InvalidOperationException(\"The backend answered null.\"));");
            }
        }

        writer.Line($"default:");
        writer.Line($"    throw new global::System.ArgumentException($\"There is no operation '{{call.Operation}}'.\", nameof(call));");
        writer.Close();
        writer.Close();
    }
}
