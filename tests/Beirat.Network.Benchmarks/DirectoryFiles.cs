using System.Text;

namespace Beirat.Network.Benchmarks;

/// <summary>How much a generated directory holds, and how often each page is asked for.</summary>
internal sealed record DirectorySize(int People, int Organizations, int Seats, int Times)
{
    public static readonly DirectorySize Full = new(5_000, 2_000, 400, 200);
    public static readonly DirectorySize Smoke = new(60, 40, 20, 5);
}

/// <summary>
/// Files of invented people and organisations as the portal's own commands read them. The same size gives the same
/// file. A few organisations have very many people and most have few, as in a city.
/// </summary>
internal sealed class DirectoryFiles(DirectorySize size)
{
    /// <summary>Seats of the generated council are numbered from here.</summary>
    public const int FirstSeat = 1_000;

    public const string PersonId = "verzeichnis-person-";
    public const string OrganizationId = "verzeichnis-verein-";

    private const int Seed = 20_261_122;
    private const string OrganizationHeader = "id,name,kind,description,founded,district,languages,topics,email,website,part_of,relations";
    private const string PersonHeader = "id,given_name,family_name,email,headline,about,languages,professions,topics,experience,districts,"
        + "availability,organization,role,from,until,seat,seat_order,seat_from,seat_until";

    private static readonly (string[] Given, string[] Family, string Language)[] Names =
    [
        (["Anna", "Jürgen", "Käthe", "Tobias", "Zoë"], ["Müller", "Weiß", "Schröder", "Grünwald", "Özer"], "de"),
        (["Ayşe", "İbrahim", "Gülşen", "Çağrı", "Işıl"], ["Yıldız", "Şahin", "Öztürk", "Doğan", "Kılıç"], "tr"),
        (["أحمد", "فاطمة", "يوسف", "مريم", "ليلى"], ["الحسن", "حداد", "العلي", "منصور", "قاسم"], "ar"),
        (["Оксана", "Юрій", "Іван", "Зоряна", "Єва"], ["Шевченко", "Ткачук", "Гриценко", "Їжакевич", "Мороз"], "uk"),
        (["Ελένη", "Νίκος", "Δήμητρα", "Γιώργος", "Άννα"], ["Παπαδόπουλος", "Νικολάου", "Γεωργίου", "Οικονόμου", "Βλάχος"], "el"),
        (["Łucja", "Stanisław", "Żaneta", "Wojciech", "Agnieszka"], ["Wójcik", "Dąbrowska", "Łukasik", "Śliwa", "Zając"], "pl"),
        (["ሰላም", "አበበ", "ህይወት", "ዮናስ", "ሳራ"], ["ተስፋይ", "ገብረ", "ኪዳነ", "ሃይለ", "መንግስቱ"], "ti"),
        (["Nguyễn", "Phương", "Đức", "Thị Hồng", "Ánh"], ["Trần", "Lê", "Phạm", "Đặng", "Vũ"], "vi"),
    ];

    private static readonly string[] Topics =
    [
        "wahlen", "empowerment", "ehrenamt", "vereinsarbeit", "antidiskriminierung", "begegnung", "nachbarschaft", "schule", "kita", "elternarbeit", "sprachkurse",
        "dolmetschen", "bewerbung", "arbeitsrecht", "gruendung", "familie", "pflege", "wohnungssuche", "mietrecht", "aufenthalt", "einbuergerung",
    ];

    private static readonly string[] Districts = ["Böckingen", "Neckargartach", "Sontheim", "Frankenbach", "Biberach", "Kirchhausen", "Horkheim", "Klingenberg"];

    private static readonly string[] Professions = ["Erzieherin", "Elektriker", "Ärztin", "Jurist", "Pflegefachkraft", "Lehrerin", "Bäcker", "Informatikerin"];

    private static readonly string[] Kinds = ["migrantOrganization", "association", "culturalCircle", "association", "migrantOrganization", "federation", "office"];

    private static readonly string[] Roles = ["chair", "deputyChair", "contact", "member", "member", "member", "staff"];

    public void WriteOrganizations(string path)
    {
        var random = new Random(Seed);
        using var file = Open(path, OrganizationHeader);
        for (var i = 0; i < size.Organizations; i++)
        {
            var name = Names[i % Names.Length];
            file.WriteLine(string.Join(',',
                $"{OrganizationId}{i}", $"{One(random, name.Family)} {One(random, Topics)} e. V. {i}", Kinds[i % Kinds.Length],
                $"Wir treffen uns jede Woche und helfen bei **{One(random, Topics)}** und {One(random, Topics)}. Alle sind willkommen.",
                $"{1950 + (i % 75)}", One(random, Districts), $"de;{name.Language}", Some(random, Topics, 3), $"verein{i}@beispiel.example", $"https://verein{i}.example",
                i % 10 == 9 ? $"{OrganizationId}{random.Next(i)}" : string.Empty,
                i > 0 && i % 2 == 0 ? $"memberOf>{OrganizationId}{random.Next(i)}" : string.Empty));
        }
    }

    public void WritePeople(string path, int people)
    {
        var random = new Random(Seed + 1);
        using var file = Open(path, PersonHeader);
        for (var i = 0; i < people; i++)
        {
            file.WriteLine($"{PersonId}{i},{Person(random, i)},{Role(random, i)},{Seat(i)}");
            // Every eighth has a second role: another line for the same person.
            if (i % 8 == 0) file.WriteLine($"{PersonId}{i},{Name(i)},{new string(',', 8)},{RoleIn(size.Organizations - 1 - (i % (size.Organizations / 2)), "member", "2019-04-01", string.Empty)},,,,");
        }
    }

    private static string Name(int i)
    {
        var (given, family, _) = Names[i % Names.Length];
        var n = i / Names.Length;
        return $"{given[n % 5]} {given[n / 5 % 5]},{family[n / 25 % 5]}";
    }

    private static string Person(Random random, int i)
    {
        var language = Names[i % Names.Length].Language;
        return string.Join(',',
            Name(i), $"person{i}@beispiel.example", $"Engagiert für {One(random, Topics)}",
            $"Ich lebe seit {1980 + (i % 40)} in der Stadt und kenne mich mit {One(random, Topics)} aus.",
            language == "de" ? "de:C2:advise;en:B1" : $"de:B2:advise;{language}:C2:advise+interpret", $"{One(random, Professions)}|Abschluss",
            Some(random, Topics, 3), $"{One(random, Professions)}|Heilbronn|{1990 + (i % 30)}||", Some(random, Districts, 2), "abends");
    }

    // The square of an even number is small more often than large: the first organisations are the big ones.
    private string Role(Random random, int i)
    {
        var pick = random.NextDouble();
        var organization = (int)(pick * pick * size.Organizations);
        return i % 7 == 6 ? ",,," : RoleIn(organization, Roles[i % Roles.Length], $"{2010 + (i % 16)}-03-01", i % 9 == 8 ? "2025-12-31" : string.Empty);
    }

    private static string RoleIn(int organization, string role, string from, string until) => $"{OrganizationId}{organization},{role},{from},{until}";

    /// <summary>Holders, then deputies for a third of the seats, then holders of the years before for half of them.</summary>
    private string Seat(int i)
    {
        var (deputies, earlier) = (size.Seats / 3, size.Seats / 2);
        if (i < size.Seats) return $"{FirstSeat + i},0,2024-10-01,";
        if (i < size.Seats + deputies) return $"{FirstSeat + i - size.Seats},1,2024-10-01,";
        return i < size.Seats + deputies + earlier ? $"{FirstSeat + i - size.Seats - deputies},0,2019-10-01,2024-09-30" : ",,,";
    }

    private static string One(Random random, string[] of) => of[random.Next(of.Length)];

    private static string Some(Random random, string[] of, int most) => string.Join(';', random.GetItems(of, random.Next(1, most + 1)).Distinct());

    private static StreamWriter Open(string path, string header)
    {
        var file = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        file.WriteLine(header);
        return file;
    }
}
