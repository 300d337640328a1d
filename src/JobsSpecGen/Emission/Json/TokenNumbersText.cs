using JobsSpecGen.Emission.Writing;

namespace JobsSpecGen.Emission.Json;

/// <summary>Emits the codec of whole numbers. The notation does not matter, because JSON does not distinguish 1, 1.0 and 1e0; the value must be whole and in range.</summary>
internal static class TokenNumbersText
{
    public static void Write(CodeWriter writer) => writer.Line($$"""
        /// <summary>Reads a 64-bit integer.</summary>
        public static long ReadNumber(ref {{JsonCode.Reader}} reader)
        {
            if (reader.TokenType != {{JsonCode.Token}}.Number)
            {
                throw Wrong(ref reader, "a number");
            }

            return reader.TryGetInt64(out var value) ? value : ReadUnusualNumber(ref reader);
        }

        private static long ReadUnusualNumber(ref {{JsonCode.Reader}} reader)
        {
            var text = reader.HasValueSequence ? global::System.Buffers.BuffersExtensions.ToArray(reader.ValueSequence) : reader.ValueSpan;
            return TryGetWhole(text, out var value)
                ? value
                : throw new {{JsonCode.Exception}}("expected a whole number from -9223372036854775808 to 9223372036854775807, found " + Short(global::System.Text.Encoding.ASCII.GetString(text)));
        }

        /// <summary>The exact value of a number with a fraction or an exponent; false if it is not whole or out of range.</summary>
        private static bool TryGetWhole(global::System.ReadOnlySpan<byte> text, out long value)
        {
            var isNegative = text[0] == '-';
            var end = global::System.MemoryExtensions.IndexOfAny(text, (byte)'e', (byte)'E');
            var exponent = end < 0 ? 0 : GetExponent(text[(end + 1)..]);
            ulong digits = 0;
            long zeros = 0;
            var isFraction = false;
            value = 0;
            for (var i = 0; i < (end < 0 ? text.Length : end); i++)
            {
                var c = text[i];
                isFraction |= c == '.';
                if (c is (byte)'-' or (byte)'.')
                {
                    continue;
                }

                exponent -= isFraction ? 1 : 0;
                zeros++;
                if (c != '0')
                {
                    // Zeros count only if another digit follows.
                    if (!TryShift(ref digits, zeros) || digits > ulong.MaxValue - 9)
                    {
                        return false;
                    }

                    digits += (ulong)(c - '0');
                    zeros = 0;
                }
            }

            if (digits == 0)
            {
                return true;
            }

            if (zeros + exponent < 0 || !TryShift(ref digits, zeros + exponent) || digits > (isNegative ? 1UL << 63 : long.MaxValue))
            {
                return false;
            }

            value = isNegative ? unchecked(-(long)digits) : (long)digits;
            return true;
        }

        private static bool TryShift(ref ulong digits, long places)
        {
            for (; places > 0 && digits > 0; places--)
            {
                if (digits > ulong.MaxValue / 10)
                {
                    return false;
                }

                digits *= 10;
            }

            return true;
        }

        /// <summary>The exponent; a huge exponent is replaced by one that is out of range for every number except zero.</summary>
        private static long GetExponent(global::System.ReadOnlySpan<byte> text)
        {
            long exponent = 0;
            for (var i = text[0] is (byte)'+' or (byte)'-' ? 1 : 0; i < text.Length; i++)
            {
                exponent = global::System.Math.Min((exponent * 10) + (text[i] - '0'), 1L << 40);
            }

            return text[0] == '-' ? -exponent : exponent;
        }
        """);
}
