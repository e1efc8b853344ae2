using System.Net.WebSockets;
using ControlStrategy.GraphQL.Subscribing;
using GraphQL.Transport;
using Microsoft.AspNetCore.Http;

namespace ControlStrategy.GraphQL.Http.Sockets;

/// <summary>One client over the graphql-transport-ws protocol, from its first message to the close of its socket.</summary>
internal sealed class SocketConnection : IDisposable
{
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(5);
    private readonly SocketParts _parts;
    private readonly MessageReader _reader;
    private readonly MessageSender _sender;
    private readonly SocketOperations _operations;
    private ITimer? _farewell;
    private bool _isInitialised;
    private int _isClosing;

    public SocketConnection(SocketParts parts)
    {
        _parts = parts;
        _reader = new MessageReader(parts.Socket, parts.Limits.MaximumMessageBytes);
        _sender = new MessageSender(parts.Socket, TimeSpan.FromSeconds(parts.Limits.MaximumSendSeconds), parts.Clock);
        _operations = new SocketOperations(parts.Engine, _sender, parts.Limits.MaximumOperationsPerConnection, parts.Stopping);
    }

    /// <summary>Talks until one of both closes; nothing goes on after it.</summary>
    public async Task RunAsync()
    {
        await using var init = _parts.Clock.CreateTimer(_ => CloseUninitialised(), null, TimeSpan.FromSeconds(_parts.Limits.MaximumInitSeconds), Timeout.InfiniteTimeSpan);
        using var stop = _parts.Stopping.UnsafeRegister(_ => _ = StopAsync(), null);
        try
        {
            await TalkAsync();
            await CloseAsync(Closing.Normal);
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

    /// <summary>Closes a socket whose client speaks another protocol.</summary>
    public async Task RefuseAsync(Closing closing)
    {
        try
        {
            await CloseAsync(closing);
            await _reader.DiscardAsync(_parts.Request.RequestAborted);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException)
        {
            // It is closed either way.
        }
    }

    public void Dispose()
    {
        _farewell?.Dispose();
        _sender.Dispose();
    }

    private async Task TalkAsync()
    {
        while (true)
        {
            var closing = await NextAsync();
            if (closing == Closing.Normal) return;
            if (closing is { } fault)
            {
                await CloseAsync(fault);
                await _reader.DiscardAsync(_parts.Request.RequestAborted);
                return;
            }
        }
    }

    /// <returns>Why the connection is to end; null where it goes on.</returns>
    private async Task<Closing?> NextAsync()
    {
        try
        {
            if (await _reader.ReadAsync(_parts.Request.RequestAborted) is not { } message) return Closing.Normal;
            return _isClosing == 0 ? await TakeAsync(ClientMessage.Read(message)) : null;
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
            _operations.Begin(message.Id, new StreamedOperation(_parts.Reader.Check(message.Request!), _parts.Request.RequestServices, IsGet: false));
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

    private void CloseUninitialised()
    {
        if (!_isInitialised) _ = CloseAsync(Closing.InitTimeout);
    }

    /// <summary>What runs is answered; a client that is told "going away" asks the next server.</summary>
    private async Task StopAsync()
    {
        await _operations.WhenAllEndedAsync();
        await CloseAsync(Closing.GoingAway);
    }

    private async Task CloseAsync(Closing closing)
    {
        if (Interlocked.Exchange(ref _isClosing, 1) == 1) return;
        await _sender.CloseAsync(closing);
        _farewell = _parts.Clock.CreateTimer(_ => _parts.Socket.Abort(), null, LongestFarewell, Timeout.InfiniteTimeSpan);
    }
}
