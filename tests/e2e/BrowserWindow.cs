using System.Text.Json;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;
using OpenQA.Selenium.Support.UI;
using Xunit;

namespace ControlStrategy.EndToEnd.Tests;

/// <summary>Chromium without a screen. Where it or its driver is not installed the calling test is skipped, saying so.</summary>
internal sealed class BrowserWindow : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ChromeDriverService _service;
    private readonly ChromeDriver _driver;

    public BrowserWindow()
    {
        var browser = Find("chromium", "google-chrome");
        var driver = Find("chromedriver");
        _service = ChromeDriverService.CreateDefaultService(Path.GetDirectoryName(driver), Path.GetFileName(driver));
        var options = new ChromeOptions { BinaryLocation = browser };
        // As root there is no sandbox. No name but the server's leads anywhere.
        options.AddArguments("--headless=new", "--no-sandbox", "--window-size=1400,900", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");
        options.SetLoggingPreference(LogType.Browser, LogLevel.All);
        options.SetLoggingPreference("performance", LogLevel.All);
        _driver = new ChromeDriver(_service, options, Patience);
    }

    public IWebDriver Page => _driver;

    /// <summary>What went wrong on the page: errors, and what its policy refused.</summary>
    public IEnumerable<string> Problems() =>
        _driver.Manage().Logs.GetLog(LogType.Browser).Where(entry => entry.Level >= LogLevel.Warning).Select(entry => entry.Message);

    /// <summary>Every address the page and its workers asked for.</summary>
    public IReadOnlyList<Uri> Requests() =>
    [
        .. _driver.Manage().Logs.GetLog("performance")
            .Select(entry => JsonElement.Parse(entry.Message).GetProperty("message"))
            .Where(message => message.GetProperty("method").GetString() == "Network.requestWillBeSent")
            .Select(message => new Uri(message.GetProperty("params").GetProperty("request").GetProperty("url").GetString()!)),
    ];

    /// <summary>Waits until the text of an element contains something.</summary>
    public void WaitFor(By element, string text)
    {
        var wait = new WebDriverWait(_driver, Patience) { Message = $"{element} never showed '{text}'." };
        wait.IgnoreExceptionTypes(typeof(NoSuchElementException), typeof(StaleElementReferenceException));
        wait.Until(page => page.FindElement(element).Text.Contains(text, StringComparison.Ordinal));
    }

    public void Dispose()
    {
        _driver.Dispose();
        _service.Dispose();
    }

    private static string Find(params string[] names)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var file = names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        Skip.If(file is null, $"{string.Join(" or ", names)} is not installed: apt-get install chromium chromium-driver.");
        return file!;
    }
}
