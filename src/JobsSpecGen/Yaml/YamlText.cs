using System;
using System.Collections.Generic;

namespace JobsSpecGen.Yaml;

/// <summary>A text and its lines, split at the line breaks that YAML and the compiler agree on.</summary>
internal sealed class YamlText
{
    private readonly string _text;
    private readonly List<int> _starts = [0];

    public YamlText(string text)
    {
        _text = text;
        for (var i = 0; i < text.Length; i++)
        {
            if (IsBreak(text[i]) && !(text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n'))
            {
                _starts.Add(i + 1);
            }
        }
    }

    public int LineCount => _starts.Count;

    /// <summary>Returns a line without its line break. It copies the line, and a text may be one long line: do not call it for each value.</summary>
    public string Line(int line) => _text.Substring(_starts[line], LengthOf(line));

    public YamlPosition PositionOf(int offset)
    {
        var line = _starts.BinarySearch(offset);
        line = line >= 0 ? line : ~line - 1;
        return new YamlPosition(line, offset - _starts[line]);
    }

    /// <summary>Clamps a position to the text.</summary>
    public YamlPosition Clamp(YamlPosition position)
    {
        if (position.Line >= LineCount)
        {
            return EndOf(LineCount - 1);
        }

        return new YamlPosition(position.Line, Math.Min(position.Column, LengthOf(position.Line)));
    }

    public char CharacterAt(YamlPosition position) =>
        position.Column < LengthOf(position.Line) ? _text[_starts[position.Line] + position.Column] : '\0';

    public YamlPosition EndOf(int line) => new(line, LengthOf(line));

    /// <summary>Returns the characters from a position up to white space or a character that ends a word in flow style.</summary>
    public string WordAt(YamlPosition position)
    {
        var start = _starts[position.Line] + position.Column;
        var end = start;
        var last = _starts[position.Line] + LengthOf(position.Line);
        while (end < last && _text[end] is not (' ' or '\t' or ',' or '[' or ']' or '{' or '}'))
        {
            end++;
        }

        return _text.Substring(start, end - start);
    }

    private int LengthOf(int line)
    {
        var end = line + 1 < _starts.Count ? _starts[line + 1] : _text.Length;
        while (end > _starts[line] && IsBreak(_text[end - 1]))
        {
            end--;
        }

        return end - _starts[line];
    }

    private static bool IsBreak(char c) => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029';
}
