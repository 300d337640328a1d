using System.Reflection;
using Microsoft.CodeAnalysis;

namespace JobsSpecGen.Tests.Support;

/// <summary>Walks everything that a value holds on to.</summary>
internal static class ObjectGraph
{
    /// <summary>Whoever keeps one of these keeps a whole compilation alive.</summary>
    private static readonly Type[] s_forbidden =
        [typeof(Compilation), typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(SemanticModel), typeof(Location), typeof(AdditionalText)];

    public static void AssertFreeOfCompilation(object? root, string what)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<(object Value, string Path)>();
        Push(root, what);
        while (open.TryPop(out var next))
        {
            var type = next.Value.GetType();
            Assert.False(s_forbidden.Any(forbidden => forbidden.IsAssignableFrom(type)), $"{next.Path} keeps a {type} alive.");
            if (next.Value is Array array)
            {
                foreach (var item in array)
                {
                    Push(item, next.Path + "[]");
                }

                continue;
            }

            for (var level = type; level is not null; level = level.BaseType)
            {
                foreach (var field in level.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                {
                    Push(field.GetValue(next.Value), next.Path + "." + field.Name);
                }
            }
        }

        void Push(object? value, string path)
        {
            if (value is not (null or string or Type or Pointer or DiagnosticDescriptor) && !value.GetType().IsPrimitive && !value.GetType().IsEnum && seen.Add(value))
            {
                open.Push((value, path));
            }
        }
    }
}
