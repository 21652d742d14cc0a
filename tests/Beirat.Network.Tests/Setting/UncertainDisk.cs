using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Beirat.Network.Tests.Setting;

/// <summary>
/// A disk that keeps only what it was told to keep. It stands between SQLite and the file system (https://sqlite.org/vfs.html)
/// and notes what each sync has made durable: <see cref="AfterPowerCut"/> is what a machine without power would find again.
/// It can also be full. Databases are opened on it by the name "file:PATH?vfs=uncertain".
/// </summary>
internal sealed class UncertainDisk
{
    private const string Library = "e_sqlite3";
    private const int Full = 13;

    // Offsets of struct sqlite3_vfs and sqlite3_io_methods on 64-bit systems (sqlite3.h).
    private const int VfsSize = 168, VfsName = 24, VfsOpen = 40;
    private const int MethodsSize = 152, Write = 24, Truncate = 32, Sync = 40;

    private static readonly Lazy<UncertainDisk> Only = new(() => new UncertainDisk());

    private readonly ConcurrentDictionary<nint, string> _open = [];
    private readonly ConcurrentDictionary<string, Kept> _files = [];
    private readonly ConcurrentDictionary<nint, nint> _tables = [];
    private readonly List<Delegate> _alive = [];
    private readonly OpenCall _realOpen;

    private UncertainDisk()
    {
        SQLitePCL.Batteries_V2.Init();
        var real = Find(0);
        var vfs = Marshal.AllocHGlobal(VfsSize);
        Copy(real, vfs, VfsSize);

        _realOpen = Marshal.GetDelegateForFunctionPointer<OpenCall>(Marshal.ReadIntPtr(real, VfsOpen));
        Marshal.WriteIntPtr(vfs, VfsName, Marshal.StringToCoTaskMemUTF8("uncertain"));
        Marshal.WriteIntPtr(vfs, VfsOpen, Pointer<OpenCall>(OnOpen));
        if (Register(vfs, 0) != 0) throw new InvalidOperationException("SQLite did not take the disk.");
    }

    private delegate int OpenCall(nint vfs, nint name, nint file, int flags, nint outFlags);

    private delegate int WriteCall(nint file, nint bytes, int count, long at);

    private delegate int TruncateCall(nint file, long size);

    private delegate int SyncCall(nint file, int flags);

    public static UncertainDisk Get() => Only.Value;

    /// <summary>Files that take nothing more.</summary>
    public ConcurrentDictionary<string, bool> Filled { get; } = [];

    public static string Address(string path) => $"file:{path}?vfs=uncertain";

    /// <summary>Writes the database as a machine finds it whose power was cut now, into another folder.</summary>
    public void AfterPowerCut(string path, string into)
    {
        foreach (var suffix in new[] { string.Empty, "-wal" })
        {
            if (!_files.TryGetValue(path + suffix, out var file)) continue;
            lock (file) File.WriteAllBytes(into + suffix, file.Durable);
        }
    }

    private int OnOpen(nint vfs, nint name, nint file, int flags, nint outFlags)
    {
        var code = _realOpen(vfs, name, file, flags, outFlags);
        var path = name == 0 ? null : Marshal.PtrToStringUTF8(name);
        var methods = Marshal.ReadIntPtr(file);
        if (code != 0 || path is null || methods == 0) return code;
        _open[file] = path;
        _files.GetOrAdd(path, p => new Kept(File.Exists(p) ? File.ReadAllBytes(p) : []));
        Marshal.WriteIntPtr(file, _tables.GetOrAdd(methods, Table));
        return code;
    }

    /// <summary>The methods of a file with three of them watched.</summary>
    private nint Table(nint real)
    {
        var table = Marshal.AllocHGlobal(MethodsSize);
        Copy(real, table, MethodsSize);

        var write = Marshal.GetDelegateForFunctionPointer<WriteCall>(Marshal.ReadIntPtr(real, Write));
        var truncate = Marshal.GetDelegateForFunctionPointer<TruncateCall>(Marshal.ReadIntPtr(real, Truncate));
        var sync = Marshal.GetDelegateForFunctionPointer<SyncCall>(Marshal.ReadIntPtr(real, Sync));
        Marshal.WriteIntPtr(table, Write, Pointer<WriteCall>((file, bytes, count, at) =>
        {
            if (Filled.ContainsKey(_open[file])) return Full;
            var copy = new byte[count];
            Marshal.Copy(bytes, copy, 0, count);
            var kept = _files[_open[file]];
            lock (kept) kept.Pending.Add((at, copy));
            return write(file, bytes, count, at);
        }));
        Marshal.WriteIntPtr(table, Truncate, Pointer<TruncateCall>((file, size) =>
        {
            var kept = _files[_open[file]];
            lock (kept) kept.Cut(size);
            return truncate(file, size);
        }));
        Marshal.WriteIntPtr(table, Sync, Pointer<SyncCall>((file, flags) =>
        {
            var kept = _files[_open[file]];
            lock (kept) kept.Keep();
            return sync(file, flags);
        }));
        return table;
    }

    private static void Copy(nint from, nint to, int size)
    {
        var bytes = new byte[size];
        Marshal.Copy(from, bytes, 0, size);
        Marshal.Copy(bytes, 0, to, size);
    }

    private nint Pointer<T>(T call) where T : Delegate
    {
        lock (_alive) _alive.Add(call);
        return Marshal.GetFunctionPointerForDelegate(call);
    }

    [DllImport(Library, EntryPoint = "sqlite3_vfs_find")]
    private static extern nint Find(nint name);

    [DllImport(Library, EntryPoint = "sqlite3_vfs_register")]
    private static extern int Register(nint vfs, int asDefault);

    private sealed class Kept(byte[] durable)
    {
        public byte[] Durable { get; private set; } = durable;

        public List<(long At, byte[] Bytes)> Pending { get; } = [];

        public void Keep()
        {
            var size = Pending.Count == 0 ? 0 : (int)Pending.Max(w => w.At + w.Bytes.Length);
            if (size > Durable.Length)
            {
                var longer = Durable;
                Array.Resize(ref longer, size);
                Durable = longer;
            }

            foreach (var (at, bytes) in Pending) bytes.CopyTo(Durable, at);
            Pending.Clear();
        }

        public void Cut(long size)
        {
            Pending.Clear();
            var shorter = Durable;
            Array.Resize(ref shorter, (int)size);
            Durable = shorter;
        }
    }
}
