using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Beirat.Network.Privacy;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Beirat.Network.Web.Privacy;

/// <summary>What is kept about somebody, as files: for programs, for reading, and both with the picture.</summary>
internal sealed class OwnDataFiles(IServiceScopeFactory scopes, ILoggerFactory logs)
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Json(PersonalExport export)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Readable))
        {
            json.WriteStartObject();
            json.WriteString("madeAt", export.At.UtcDateTime);
            foreach (var part in export.Parts) Write(json, part);
            json.WriteStartObject("files");
            foreach (var file in export.Files) json.WriteBase64String(file.Name, file.Bytes);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    public async Task<byte[]> HtmlAsync(PersonalExport export)
    {
        var language = CultureInfo.CurrentUICulture;
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language;
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(OwnDataDocument.Export)] = export });
            return (await renderer.RenderComponentAsync<OwnDataDocument>(parameters)).ToHtmlString();
        });
        return Encoding.UTF8.GetBytes($"<!DOCTYPE html>\n{html}");
    }

    public async Task<byte[]> ZipAsync(PersonalExport export)
    {
        using var bytes = new MemoryStream();
        await using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            await AddAsync(zip, "meine-daten.json", Json(export), export.At);
            await AddAsync(zip, "meine-daten.html", await HtmlAsync(export), export.At);
            foreach (var file in export.Files) await AddAsync(zip, file.Name, file.Bytes, export.At);
        }

        return bytes.ToArray();
    }

    private static async Task AddAsync(ZipArchive zip, string name, byte[] content, DateTimeOffset at)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = at;
        await using var stream = await entry.OpenAsync();
        await stream.WriteAsync(content);
    }

    private static void Write(Utf8JsonWriter json, PersonalPart part)
    {
        json.WriteStartArray(part.Name);
        foreach (var entry in part.Entries)
        {
            json.WriteStartObject();
            foreach (var (name, value) in entry.Values) json.WriteString(name, value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
