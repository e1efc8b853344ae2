using System.Security.Cryptography;
using System.Text;
using ControlStrategy.Data;

namespace ControlStrategy.Api.Composition;

/// <summary>The key that signs cursors: a setting, else made once and kept beside the database, so that cursors outlive a restart.</summary>
internal sealed class CursorKeyFile(StrategySettings settings, StrategyDatabase database)
{
    private const int KeyBytes = 32;

    public byte[] Read()
    {
        if (settings.CursorKey is { } text) return SHA256.HashData(Encoding.UTF8.GetBytes(text));
        var file = database.Location + ".cursor-key";
        if (!File.Exists(file)) Create(file);
        var key = File.ReadAllBytes(file);
        return key.Length == KeyBytes
            ? key
            : throw new SettingException("Cursors:Key", $"is not set, and {file} does not hold {KeyBytes} bytes; remove that file to have it made again");
    }

    /// <summary>The file appears whole or not at all; of two processes the first one's key stays.</summary>
    private static void Create(string file)
    {
        var whole = $"{file}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var target = new FileStream(whole, options))
            target.Write(RandomNumberGenerator.GetBytes(KeyBytes));
        try
        {
            File.Move(whole, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(whole);
        }
    }
}
