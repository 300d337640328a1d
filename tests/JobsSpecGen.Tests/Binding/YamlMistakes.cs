using JobsSpecGen.Tests.Support;
using static JobsSpecGen.Tests.Support.SpecText;

namespace JobsSpecGen.Tests.Binding;

/// <summary>JSG0xxx, as the reader's own tests have them, but through the generator; and the limits, JSG9xxx.</summary>
internal static class YamlMistakes
{
    public static IEnumerable<Mistake> All =>
    [
        new("JSG0001", "a quote is not closed", Lamps.Plus("omissions: [|'none|]\n"), "The YAML cannot be read here: the quote that opens here is never closed"),
        new("JSG0002", "a key stands twice", Lamps.With("timestamps: seconds\n", "timestamps: seconds\n[|title|]: Lamps\n"), "The key 'title' is already given in line 4; remove or rename one of the two"),
        new("JSG0003", "a tab indents a line", Lamps.With("    initial: DARK\n", "[|\t|]    initial: DARK\n"), "A tab indents this line; indent with spaces instead"),
        new("JSG0004", "an anchor", Lamps.With("initial: DARK", "initial: [|&dark|] DARK"), "'&dark' is an anchor, which a spec cannot have; write the value out wherever it is needed"),
        new("JSG0005", "a tag", Lamps.With("initial: DARK", "initial: [|!!str|] DARK"), "The tag '!!str' is not supported; remove it, as the place of a value decides on its type"),
        new("JSG0006", "a second document", Lamps.Plus("[|---|]\nmore: true\n"), "A second YAML document starts here, but a spec is one document; remove this line, or move what follows into a file of its own"),
        new("JSG0007", "a list for a key", Lamps.With("groups:\n      whole: [DARK, BRIGHT]", "groups:\n      [|[whole]|]: [DARK, BRIGHT]"), "A key must be a text, but this one is a list; give it a name, or put quotes around a text with brackets or braces"),
        new("JSG0008", "nothing but a comment", Of("[||]# to be written\n"), "The spec is empty; start it with 'language: 1' and 'service:'"),
        new("JSG9001", "too long a text", Of("[||]a: " + new string('x', 4 * 1024 * 1024)), "The spec has 4,194,307 characters, but only 4,194,304 are read; split it into several specs"),
        new("JSG9002", "too many levels", Of(string.Concat(Enumerable.Repeat("{a: ", 64)) + "[|{|]a: 1" + new string('}', 65)), "Lists and mappings lie more than 64 levels inside each other here; take some of them out of the others"),
        new("JSG9003", "too many values", Of("a: [" + string.Concat(Enumerable.Repeat("x,", 199_997)) + "[|x|], x, x]"), "The spec has more than 200,000 keys and values; split it into several specs"),
        new("JSG9004", "blocks that double the steps", Doubling(depth: 12), "'SwitchOn' has more than 2000 steps once its blocks are put in place; use fewer blocks inside blocks"),
        new("JSG9005", "blocks that lie too deep inside each other", Chain(length: 70), "Steps of 'SwitchOn' lie more than 64 levels inside each other once its blocks are put in place; use fewer blocks inside blocks"),
        new("JSG9006", "lists in lists in lists", Lamps.With("  LampList:", string.Concat(Enumerable.Range(0, 40).Select(i => $"  {(i == 23 ? "[|T23|]" : $"T{i}")}: {{ type: list, of: {(i == 39 ? "Note" : $"T{i + 1}")}, says: T. }}\n")) + "  LampList:"), "'T23' goes down through more than 16 bases, lists or maps; put a structure between the lists, or base it on a string nearer to the last"),
        new("JSG9006", "a long chain of bases", Lamps.With("  LampList:", string.Concat(Enumerable.Range(0, 40).Select(i => $"  {(i == 23 ? "[|T23|]" : $"T{i}")}: {{ type: string, base: {(i == 39 ? "Note" : $"T{i + 1}")}, says: T. }}\n")) + "  LampList:"), "'T23' goes down through more than 16 bases, lists or maps; put a structure between the lists, or base it on a string nearer to the last"),
    ];

    private static SpecText Doubling(int depth)
    {
        var blocks = string.Concat(Enumerable.Range(1, depth).Select(i => $"  twice-{i}: {{ says: Twice., steps: [{{ {(i == 3 ? "[|use|]" : "use")}: twice-{i - 1} }}, {{ use: twice-{i - 1} }}] }}\n"));
        return Lamps
            .With("blocks:\n", "blocks:\n  twice-0: { says: Once., steps: [{ keep: lamp.note, clause: once, says: Once., source: here }] }\n" + blocks)
            .With("      - require: lamp.switched", $"      - use: twice-{depth}\n      - require: lamp.switched");
    }

    private static SpecText Chain(int length)
    {
        var blocks = string.Concat(Enumerable.Range(1, length).Select(i => $"  link-{i}: {{ says: A link., steps: [{{ {(i == length - 63 ? "[|use|]" : "use")}: link-{i - 1} }}] }}\n"));
        return Lamps
            .With("blocks:\n", "blocks:\n  link-0: { says: The end., steps: [{ keep: lamp.note, clause: once, says: Once., source: here }] }\n" + blocks)
            .With("      - require: lamp.switched", $"      - use: link-{length}\n      - require: lamp.switched");
    }
}
