//! The small site in Arabic and English in which each mistake is made; as it stands here, nothing is wrong with it.

/// Its files by path.
pub const FILES: &[(&str, &str)] = &[
    (
        "site.toml",
        r##"name = { ar = "الدراجة والترام", en = "Bicycle and tram" }
base_url = "https://wheels.example/"

[[languages]]
tag = "ar"
name = "العربية"

[[languages]]
tag = "en"
name = "English"

[[subjects]]
id = "bicycle"
name = { ar = "الدراجة", en = "The bicycle" }
accent = "#a3312b"

[[subjects]]
id = "tram"
name = { ar = "الترام", en = "The tram" }
accent = "#1d5c7a"
"##,
    ),
    (
        "content/sources.toml",
        "[city-tariff-2025]\ntitle = \"Tariff of the lines\"\npublisher = \"City lines\"\n\
         url = \"https://lines.example/tariff\"\naccessed = 2026-10-12\n\n\
         [street-count]\ntitle = \"Count of the street\"\npublisher = \"Street office\"\n\
         url = \"https://street.example/count\"\naccessed = 2026-10-12\n",
    ),
    ("content/ar.md", "+++\ntitle = \"البيت\"\nsummary = \"عجلتان أم سكّة.\"\n+++\nموقع صغير عن [[cost]].\n"),
    ("content/en.md", "+++\ntitle = \"Home\"\nsummary = \"Two wheels or rails.\"\n+++\nA small site about [[cost]].\n"),
    ("content/about/ar.md", "+++\ntitle = \"عن الموقع\"\nsummary = \"من نحن.\"\n+++\nنكتب عن الشارع.\n"),
    ("content/about/en.md", "+++\ntitle = \"About\"\nsummary = \"Who we are.\"\n+++\nWe write about the street.\n"),
    ("content/dimensions/ar.md", "+++\ntitle = \"المحاور\"\nsummary = \"كل المحاور.\"\n+++\n"),
    ("content/dimensions/en.md", "+++\ntitle = \"Dimensions\"\nsummary = \"All of them.\"\n+++\n"),
    ("content/terms/ar.md", "+++\ntitle = \"المصطلحات\"\nsummary = \"كلها.\"\n+++\n"),
    ("content/terms/en.md", "+++\ntitle = \"Terms\"\nsummary = \"All of them.\"\n+++\n"),
    ("content/terms/headway/ar.md", "+++\ntitle = \"الفاصل\"\nsummary = \"الزمن بين ترامين.\"\n+++\n"),
    ("content/terms/headway/en.md", "+++\ntitle = \"Headway\"\nsummary = \"The time between two trams.\"\n+++\n"),
    ("content/terms/gears/ar.md", "+++\ntitle = \"التروس\"\nsummary = \"عجلات مسنّنة.\"\n+++\n"),
    ("content/terms/gears/en.md", "+++\ntitle = \"Gears\"\nsummary = \"Toothed wheels.\"\n+++\n"),
    (
        "content/dimensions/cost/page.toml",
        "kind = \"difference\"\norder = 10\nrelated = [\"speed\", \"weather\"]\ndate = 2026-10-20\n\n\
         [axis]\nbicycle = 20\ntram = 70\n",
    ),
    ("content/dimensions/cost/prices.csv", "what,euros\nbicycle,120\ntram,365\n"),
    (
        "content/dimensions/cost/ar.md",
        "+++\ntitle = \"الكلفة\"\nsummary = \"كم تكلّف السنة.\"\naliases = [\"السعر\", \"الأجرة\"]\n\n\
         [stance]\nbicycle = \"تُشترى مرة.\"\ntram = \"تُدفع كل شهر.\"\n\n\
         [axis]\nstart = \"تُدفع مرة\"\nend = \"تُدفع دائمًا\"\n+++\n\
         مقدمة عن [[speed]] و[[weather]].\n\n## الشواهد {#evidence}\n\nثمن التذكرة 365 يورو.[^city-tariff-2025]\n\n\
         ```chart\ntype = \"bar\"\ndata = \"prices.csv\"\nx = \"what\"\ny = \"euros\"\ntitle = \"ثمن سنة\"\n\
         sources = [\"city-tariff-2025\"]\n\n[labels]\nbicycle = \"دراجة\"\ntram = \"ترام\"\neuros = \"يورو\"\n```\n\n\
         ## الحكم {#verdict}\n\nأنظر [[headway]] و[[gears]].\n",
    ),
    (
        "content/dimensions/cost/en.md",
        "+++\ntitle = \"Cost\"\nsummary = \"What a year costs.\"\naliases = [\"price\", \"fare\"]\n\n\
         [stance]\nbicycle = \"Bought once.\"\ntram = \"Paid each month.\"\n\n\
         [axis]\nstart = \"Paid once\"\nend = \"Paid again\"\n+++\n\
         A lede about [[speed]] and [[weather]].\n\n## The evidence {#evidence}\n\n\
         A ticket costs 365 euros.[^city-tariff-2025]\n\n\
         ```chart\ntype = \"bar\"\ndata = \"prices.csv\"\nx = \"what\"\ny = \"euros\"\ntitle = \"A year\"\n\
         sources = [\"city-tariff-2025\"]\n\n[labels]\nbicycle = \"Bicycle\"\ntram = \"Tram\"\neuros = \"Euros\"\n```\n\n\
         ## The verdict {#verdict}\n\nSee [[headway]] and [[gears]].\n",
    ),
    (
        "content/dimensions/speed/page.toml",
        "kind = \"difference\"\norder = 20\ndate = 2026-10-20\n\n[axis]\nbicycle = 40\ntram = 60\n",
    ),
    (
        "content/dimensions/speed/ar.md",
        "+++\ntitle = \"السرعة\"\nsummary = \"من يصل أولًا.\"\n\n[stance]\nbicycle = \"تسبق في الحي.\"\n\
         tram = \"يسبق في المدينة.\"\n\n[axis]\nstart = \"بطيء\"\nend = \"سريع\"\n+++\nعن [[cost]].\n\n\
         ## الشواهد {#evidence}\n\nعُدّت العجلات في الشارع.[^street-count]\n",
    ),
    (
        "content/dimensions/speed/en.md",
        "+++\ntitle = \"Speed\"\nsummary = \"Who arrives first.\"\n\n[stance]\nbicycle = \"Wins in the quarter.\"\n\
         tram = \"Wins across the city.\"\n\n[axis]\nstart = \"Slow\"\nend = \"Fast\"\n+++\nAbout [[cost]].\n\n\
         ## The evidence {#evidence}\n\nWheels were counted in the street.[^street-count]\n",
    ),
    (
        "content/dimensions/weather/page.toml",
        "kind = \"similarity\"\norder = 30\ndate = 2026-10-20\n\n[axis]\nbicycle = 10\ntram = 90\n",
    ),
    (
        "content/dimensions/weather/ar.md",
        "+++\ntitle = \"الطقس\"\nsummary = \"حين تمطر.\"\n\n[stance]\nbicycle = \"تبتل.\"\ntram = \"يبقى جافًا.\"\n\n\
         [axis]\nstart = \"مبتل\"\nend = \"جاف\"\n+++\nعن المطر.\n\n## الحكم {#judgement}\n\nخذ معطفًا.\n",
    ),
    (
        "content/dimensions/weather/en.md",
        "+++\ntitle = \"Weather\"\nsummary = \"When it rains.\"\n\n[stance]\nbicycle = \"Gets wet.\"\n\
         tram = \"Stays dry.\"\n\n[axis]\nstart = \"Wet\"\nend = \"Dry\"\n+++\nAbout rain.\n\n\
         ## The judgement {#judgement}\n\nTake a coat.\n",
    ),
];
