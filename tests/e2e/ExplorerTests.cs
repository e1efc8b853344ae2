using OpenQA.Selenium;
using OpenQA.Selenium.Interactions;
using Xunit;

namespace ControlStrategy.EndToEnd.Tests;

/// <summary>The explorer in a real browser.</summary>
public sealed class ExplorerTests
{
    private static readonly By Editor = By.CssSelector(".graphiql-query-editor .view-lines");
    private static readonly By Result = By.CssSelector(".graphiql-response .view-lines");
    private static readonly By Panel = By.CssSelector(".graphiql-plugin");

    [SkippableFact]
    public async Task An_example_runs_by_keyboard_and_by_button_with_nothing_from_outside()
    {
        using var browser = new BrowserWindow();
        await using var server = await ServerProcess.StartAsync(AppContext.BaseDirectory);
        Open(browser, server, "/");
        browser.WaitFor(Editor, "ScorecardOfTwoCouncils");
        browser.Page.FindElement(Editor).Click();
        new Actions(browser.Page).KeyDown(Keys.Control).SendKeys(Keys.Enter).KeyUp(Keys.Control).Perform();
        browser.WaitFor(Result, "Demonstration data, not statistics");

        browser.Page.FindElement(By.XPath("//button[contains(., 'Initiatives of a partner')]")).Click();
        browser.WaitFor(Editor, "InitiativesOfAPartner");
        browser.Page.FindElement(By.CssSelector(".graphiql-execute-button")).Click();
        browser.WaitFor(Result, "Building Safer Communities");

        browser.Page.FindElement(By.XPath("//button[contains(., 'Documentation of every field')]")).Click();
        browser.WaitFor(Panel, "query: Query");

        Assert.Empty(browser.Problems());
        var requests = browser.Requests();
        Assert.Contains(requests, request => request.AbsolutePath.EndsWith(".js", StringComparison.Ordinal));
        Assert.All(requests, request => Assert.True(request.Scheme == "data" || request.Authority == server.Client.BaseAddress!.Authority, request.ToString()));
    }

    [SkippableFact]
    public async Task An_address_with_a_query_opens_with_that_query()
    {
        using var browser = new BrowserWindow();
        await using var server = await ServerProcess.StartAsync(AppContext.BaseDirectory);
        Open(browser, server, "/graphql?query=" + Uri.EscapeDataString("query Linked { strategies { totalCount } }"));
        browser.WaitFor(Editor, "query Linked");
        Assert.Empty(browser.Problems());
    }

    [SkippableFact]
    public async Task A_subscription_shows_what_another_process_imports()
    {
        using var browser = new BrowserWindow();
        await using var server = await ServerProcess.StartAsync(AppContext.BaseDirectory);
        Open(browser, server, "/graphql?query=" + Uri.EscapeDataString("subscription Shown { observationsImported { import { fileName } } }"));
        browser.WaitFor(Editor, "subscription Shown");
        browser.Page.FindElement(By.CssSelector(".graphiql-execute-button")).Click();
        await server.LineAsync("Operation Shown: ok");
        await server.ImportAsync("observations", "late-figures.csv", "measure,area,period,value\nall-crimes,S12000033,1901-04,7\n");
        browser.WaitFor(Result, "late-figures.csv");
        Assert.Empty(browser.Problems());
    }

    private static void Open(BrowserWindow browser, ServerProcess server, string address) =>
        browser.Page.Navigate().GoToUrl(new Uri(server.Client.BaseAddress!, address));
}
