using System.Collections.Generic;
using System.Text;

namespace JobsSpecGen.Yaml;

/// <summary>
/// Finds the first tab that indents a line, including empty lines and comments, because the parser fails on some of these too.
/// A tab inside a multi-line scalar is text or white space. The candidates can therefore be decided only after the parser has
/// reported where the scalars are.
/// </summary>
internal sealed class YamlTabs
{
    private readonly List<YamlPosition> _candidates = [];
    private int _next;

    public YamlTabs(YamlText text)
    {
        for (var line = 0; line < text.LineCount; line++)
        {
            var content = text.Line(line);
            var indentation = content.Length - content.TrimStart(' ', '\t').Length;
            var tab = content.IndexOf('\t');
            if (tab >= 0 && tab < indentation)
            {
                _candidates.Add(new YamlPosition(line, tab));
            }
        }
    }

    /// <summary>The first tab that indents something, among the lines already passed.</summary>
    public YamlPosition? Found { get; private set; }

    /// <summary>Records a scalar. Scalars must be recorded in the order of the text.</summary>
    public void PassScalar(int firstLine, int lastLine)
    {
        PassUntil(firstLine);
        while (_next < _candidates.Count && _candidates[_next].Line <= lastLine)
        {
            _next++;
        }
    }

    /// <summary>Records that no further scalar starts before a line.</summary>
    public void PassUntil(int line)
    {
        while (_next < _candidates.Count && _candidates[_next].Line <= line)
        {
            Found ??= _candidates[_next];
            _next++;
        }
    }

    /// <summary>Returns the text with two spaces for each tab that indents a line.</summary>
    public static string Expand(string text)
    {
        var spaced = new StringBuilder(text.Length + 16);
        var isIndenting = true;
        foreach (var c in text)
        {
            spaced.Append(c == '\t' && isIndenting ? "  " : c.ToString());
            isIndenting = c is '\n' or '\r' || (isIndenting && c is (' ' or '\t'));
        }

        return spaced.ToString();
    }
}
