using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace ControlStrategy.GraphQL.Statements;

/// <summary>
/// SQLite's own <c>upper</c> knows only A to Z. Every connection of the engine gets one that knows all letters, as the invariant culture has them;
/// other databases know them already.
/// </summary>
internal static class UpperCase
{
    private static readonly ConditionalWeakTable<DbConnection, object> Watched = [];
    private static readonly ConditionalWeakTable<sqlite3, object> Done = [];
    private static readonly delegate_function_scalar Function = Write;

    /// <summary>Contexts whose connections have the function from the moment they are open.</summary>
    public static Func<DbContext> OnContexts(Func<DbContext> create) => () =>
    {
        var context = create();
        if (context.Database.GetDbConnection() is SqliteConnection connection) Watch(connection);
        return context;
    };

    private static void Watch(SqliteConnection connection)
    {
        if (!Watched.TryAdd(connection, connection)) return;
        connection.StateChange += (_, change) =>
        {
            if (change.CurrentState == ConnectionState.Open) Register(connection.Handle!);
        };
        if (connection.State == ConnectionState.Open) Register(connection.Handle!);
    }

    /// <summary>Once: a pooled connection keeps it.</summary>
    private static void Register(sqlite3 handle)
    {
        if (Done.TryAdd(handle, handle))
            raw.sqlite3_create_function(handle, "upper", 1, raw.SQLITE_UTF8 | raw.SQLITE_DETERMINISTIC, null, Function);
    }

    /// <summary>By bytes and their number: a text may hold a NUL character.</summary>
    private static void Write(sqlite3_context context, object state, sqlite3_value[] arguments)
    {
        if (raw.sqlite3_value_type(arguments[0]) == raw.SQLITE_NULL)
        {
            raw.sqlite3_result_null(context);
            return;
        }
        var text = Encoding.UTF8.GetString(raw.sqlite3_value_blob(arguments[0]));
        // No bytes at all would be a missing value.
        if (text.Length == 0) raw.sqlite3_result_text(context, "");
        else raw.sqlite3_result_text(context, Encoding.UTF8.GetBytes(text.ToUpperInvariant()));
    }
}
