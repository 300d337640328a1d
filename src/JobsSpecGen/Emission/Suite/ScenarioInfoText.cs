using System.Linq;
using JobsSpecGen.Emission.Writing;
using JobsSpecGen.Model;

namespace JobsSpecGen.Emission.Suite;

/// <summary>Emits a scenario as data for the engine.</summary>
internal static class ScenarioInfoText
{
    public static Code Of(ScenarioModel scenario, int index, Identifier lines)
    {
        var given = Code.Join(", ", scenario.Given.Select(Of));
        var steps = Code.Join(",\n        ", scenario.Steps.Select((step, i) => Of(step, Code.Of($"{lines}.ScenarioSteps[{index}][{i}]"))));
        return Code.Of($"new({CSharpLiteral.Of(scenario.Name)},\n        [{given}],\n        [{steps}],\n        {lines}.Scenarios[{index}])");
    }

    private static Code Of(CallModel call) =>
        Code.Of($"new({CSharpLiteral.Of(call.Operation)}, {Engine.OfRecord(call.Request)})");

    private static Code Of(ScenarioStepModel step, Code line) =>
        Code.Of($"new({Of(step.Call)}, {CSharpLiteral.Of(step.RefusedWith)}, {Engine.OfRecord(step.Outcome)}, {Engine.Texts(step.AbsentPaths)}, {line})");
}
