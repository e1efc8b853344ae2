using System.Text;
using ControlStrategy.Data.Importing.Files;
using Xunit;

namespace ControlStrategy.Data.Tests.Importing;

public sealed class Utf8CheckTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(1000)]
    public void A_character_may_be_cut_anywhere(int chunkBytes)
    {
        var check = new Utf8Check("text.csv");

        foreach (var chunk in Encoding.UTF8.GetBytes("aé€😀b\n😀😀é").Chunk(chunkBytes))
            check.Add(chunk);
        check.End();
    }

    [Theory]
    [InlineData(new byte[] { 0x61, 0x0A, 0x80 }, 2, 2)]
    [InlineData(new byte[] { 0x61, 0xC3, 0x28 }, 1, 1)]
    [InlineData(new byte[] { 0xE2, 0x82, 0xAC, 0x0A, 0x0A, 0xE2, 0x82 }, 5, 3)]
    [InlineData(new byte[] { 0xF0, 0x9F, 0x98, 0x80, 0xF8, 0x61, 0x61, 0x61 }, 4, 1)]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 }, 0, 1)]
    [InlineData(new byte[] { 0xC0, 0x80 }, 0, 1)]
    public void The_first_invalid_byte_is_found_wherever_the_chunks_end(byte[] bytes, long offset, long line)
    {
        for (var chunkBytes = 1; chunkBytes <= bytes.Length; chunkBytes++)
        {
            var refusal = Assert.Throws<ImportFileNotUtf8Exception>(() =>
            {
                var check = new Utf8Check("text.csv");
                foreach (var chunk in bytes.Chunk(chunkBytes))
                    check.Add(chunk);
                check.End();
            });

            Assert.Equal((offset, line), (refusal.ByteOffset, refusal.Line));
        }
    }
}
