using System;
using YamlDotNet.Core;

namespace JobsSpecGen.Yaml;

/// <summary>A syntax error of the parser.</summary>
/// <param name="Span">The span, within one line.</param>
/// <param name="Message">The explanation with the fix.</param>
/// <param name="LastTabLine">The last line in which a tab may have caused the error.</param>
internal sealed record YamlSyntaxError(YamlSpan Span, string Message, int LastTabLine)
{
    public static YamlSyntaxError Of(Exception exception, Mark reached, YamlText text)
    {
        var here = text.Clamp(reached.ToPosition());
        if (exception is not YamlException yaml)
        {
            return new YamlSyntaxError(new YamlSpan(here, here), "the structure breaks off; look for a bracket, a brace or a quote above that is not closed", here.Line);
        }

        var start = text.Clamp(yaml.Start.ToPosition());
        var end = text.Clamp(yaml.End.ToPosition());
        var span = new YamlSpan(start, end.Line > start.Line ? text.EndOf(start.Line) : end);
        var lastTabLine = Math.Max(start.Line, end.Line);
        if (yaml.Message.IndexOf(" tab ", StringComparison.Ordinal) >= 0)
        {
            lastTabLine = Math.Max(lastTabLine, here.Line);
        }
        else if (text.CharacterAt(start) is '"' or '\'')
        {
            // Text after an unclosed quote only looks like indentation.
            lastTabLine = start.Line;
        }

        return new YamlSyntaxError(span, YamlSyntaxMessage.For(yaml.Message), lastTabLine);
    }
}
