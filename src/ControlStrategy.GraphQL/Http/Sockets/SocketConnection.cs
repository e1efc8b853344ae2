using System.Net.WebSockets;
using ControlStrategy.GraphQL.Subscribing;
using GraphQL.Transport;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ControlStrategy.GraphQL.Http.Sockets;

/// <summary>One client over the graphql-transport-ws protocol, from its first message to the close of its socket.</summary>
internal sealed class SocketConnection : IDisposable
{
    private readonly SocketParts _parts;
    private readonly MessageReader _reader;
    private readonly MessageSender _sender;
    private readonly SocketFarewell _farewell;
    private readonly SocketOperations _operations;
    private bool _isInitialised;

    public SocketConnection(SocketParts parts)
    {
        var limits = parts.Limits;
        _parts = parts;
        _reader = new MessageReader(parts.Socket, limits.MaximumMessageBytes);
        _sender = new MessageSender(parts.Socket, TimeSpan.FromSeconds(limits.MaximumSendSeconds), parts.Clock);
        _farewell = new SocketFarewell(parts.Socket, _sender, parts.Clock);
        _operations = new SocketOperations(parts.Engine, _sender, limits.MaximumOperationsPerConnection, parts.Stopping);
    }

    /// <summary>Talks until one of both closes; nothing goes on after it.</summary>
    /// <param name="refusal">Why the client is only told to go; null where it is welcome.</param>
    public async Task RunAsync(Closing? refusal)
    {
        await using var init = _parts.Clock.CreateTimer(_ => CloseUninitialised(), null, TimeSpan.FromSeconds(_parts.Limits.MaximumInitSeconds), Timeout.InfiniteTimeSpan);
        using var stop = _parts.Stopping.UnsafeRegister(_ => _ = StopAsync(), null);
        try
        {
            var closing = refusal ?? await TalkAsync();
            await _farewell.SayAsync(closing);
            if (closing != Closing.Normal) await _reader.DiscardAsync(_parts.Request.RequestAborted);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException)
        {
            // Nobody is left to answer.
        }
        finally
        {
            await _operations.EndAllAsync();
        }
    }

    public void Dispose()
    {
        _farewell.Dispose();
        _sender.Dispose();
    }

    /// <returns>Why it ends.</returns>
    private async Task<Closing> TalkAsync()
    {
        try
        {
            while (await _reader.ReadAsync(_parts.Request.RequestAborted) is { } message)
            {
                if (!_farewell.IsSaid && await TakeAsync(ClientMessage.Read(message, _parts.Reader)) is { } fault) return fault;
            }
            return Closing.Normal;
        }
        catch (TooLargeMessage)
        {
            return Closing.TooLarge(_parts.Limits.MaximumMessageBytes);
        }
        catch (InvalidMessage invalid)
        {
            return Closing.Invalid(invalid.Message);
        }
    }

    /// <returns>Why the connection is to end; null where it goes on.</returns>
    private async Task<Closing?> TakeAsync(ClientMessage message)
    {
        switch (message.Type)
        {
            case "connection_init":
                if (_isInitialised) return Closing.TooManyInits;
                _isInitialised = true;
                await _sender.SendAsync(new OperationMessage { Type = "connection_ack" }, CancellationToken.None);
                break;
            case "ping":
                await _sender.SendAsync(new OperationMessage { Type = "pong" }, CancellationToken.None);
                break;
            case "subscribe":
                return await SubscribeAsync(message);
            case "complete":
                _operations.End(message.Id);
                break;
        }
        return null;
    }

    private async Task<Closing?> SubscribeAsync(ClientMessage message)
    {
        if (!_isInitialised) return Closing.Unauthorized;
        if (_operations.Contains(message.Id)) return Closing.Duplicate(message.Id);
        try
        {
            if (!MayAsk()) throw Errors.TooManyRequests();
            _operations.Begin(message.Id, new StreamedOperation(_parts.Reader.Check(message.Request!), _parts.Turns, _parts.Request.RequestServices, IsGet: false));
        }
        catch (HttpRefusal refusal)
        {
            await _operations.RefuseAsync(message.Id, refusal.Code, refusal.Message);
        }
        catch (RequestException refusal)
        {
            await _operations.RefuseAsync(message.Id, refusal.Code, refusal.Message);
        }
        return null;
    }

    /// <summary>An operation counts against the client's rate as a request does.</summary>
    private bool MayAsk()
    {
        var limiter = _parts.Request.RequestServices.GetService<IOptions<RateLimiterOptions>>()?.Value.GlobalLimiter;
        using var lease = limiter?.AttemptAcquire(_parts.Request);
        return lease?.IsAcquired ?? true;
    }

    private void CloseUninitialised()
    {
        if (!_isInitialised) _ = _farewell.SayAsync(Closing.InitTimeout);
    }

    /// <summary>What runs is answered; a client that is told "going away" asks the next server.</summary>
    private async Task StopAsync()
    {
        await _operations.WhenAllEndedAsync();
        await _farewell.SayAsync(Closing.GoingAway);
    }
}
