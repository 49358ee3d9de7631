"""Makes the fonts in static/assets/fonts from the files of two npm packages: only the characters and features that
Arabic and European texts need, weights 400 to 700, no hints. Run it again to add characters:

    npm pack @fontsource-variable/noto-naskh-arabic@5.3.0 @fontsource-variable/source-serif-4@5.3.1   # and unpack both
    pip install fonttools brotli
    python3 .github/fonts.py NOTO_FOLDER SOURCE_FOLDER static/assets/fonts

The font of formulas is made of DejaVuMathTeXGyre.ttf of DejaVu 2.37, which can stretch roots, brackets and sums:

    python3 .github/fonts.py DEJAVU_FOLDER static/assets/fonts

    python3 .github/fonts.py check static/assets/style.css static/assets/fonts

says where a sheet's `unicode-range` is not what its font has. The licence of Source Serif reserves its name, so the subsets carry names of their own.
"""

import os
import re
import sys
import tempfile

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

# Arabic, Persian and Urdu.
ARABIC = [
    0x60C, 0x61B, 0x61F, *range(0x621, 0x656), *range(0x660, 0x672), 0x679, 0x67E, 0x686, 0x688, 0x691, 0x698, 0x6A4, 0x6A9,
    0x6AF, *range(0x6BA, 0x6C4), 0x6CC, *range(0x6D2, 0x6D5), *range(0x6F0, 0x6FA), 0x200C, 0x200D,
]
# What western Europe needs.
LATIN = [
    *range(0x20, 0x7F), *range(0xA0, 0x100), 0x131, 0x152, 0x153, 0x2009, 0x2013, 0x2014, *range(0x2018, 0x201B),
    *range(0x201C, 0x201F), 0x2022, 0x2026, 0x2039, 0x203A, 0x20AC, 0x2212,
]
# And besides, what Polish, Turkish, Czech, Hungarian, Romanian and the Baltic languages need, and long vowels.
LATIN_MORE = [
    *range(0x100, 0x12C), 0x12E, 0x12F, 0x130, *range(0x134, 0x152), *range(0x154, 0x166), *range(0x168, 0x180),
    *range(0x218, 0x21C),
]
MATH = [
    *range(0x20, 0x7F), 0xA0, 0xA7, 0xAC, *range(0xB0, 0xB8), 0xD7, 0xF7, 0x131, 0x237, 0x2C6, 0x2C7, *range(0x2D8, 0x2DD),
    *range(0x300, 0x30D), 0x332, 0x338, *range(0x391, 0x3AA), *range(0x3B1, 0x3F7), 0x2016, *range(0x2020, 0x2023), 0x2026,
    *range(0x2032, 0x2035), 0x2044, *range(0x2061, 0x2065), 0x20D7, 0x2102, 0x210E, 0x210F, 0x2113, 0x2115, 0x2119, 0x211A,
    0x211D, 0x2124, *range(0x2190, 0x219A), 0x21A6, 0x21A9, 0x21AA, *range(0x21BC, 0x21CD), *range(0x21D0, 0x21D6),
    *range(0x2200, 0x223F), *range(0x2243, 0x224E), *range(0x2250, 0x2266), 0x226A, 0x226B, *range(0x226E, 0x2272), 0x227A,
    0x227B, *range(0x2282, 0x228C), *range(0x228E, 0x22A6), *range(0x22A8, 0x22B0), *range(0x22B2, 0x22B6),
    *range(0x22C0, 0x22C7), *range(0x22EE, 0x22F2), *range(0x2308, 0x230C), 0x23B0, 0x23B1, *range(0x23DC, 0x23E2), 0x25A1,
    *range(0x27E8, 0x27EC), *range(0x27F5, 0x27FB), 0x2A7D, 0x2A7E, 0x2AAF, 0x2AB0, *range(0x1D434, 0x1D468),
    *range(0x1D6E2, 0x1D71C),
]
ARABIC_FEATURES = ["init", "medi", "fina", "isol", "liga", "rlig", "calt", "ccmp", "locl", "mark", "mkmk", "kern", "curs"]
LATIN_FEATURES = ["kern", "liga", "ccmp", "locl", "mark", "tnum", "lnum", "sups"]


def make_math(source, out):
    font = TTFont(source)
    options = subset.Options(flavor="woff2", hinting=False, layout_features=["ssty"], notdef_outline=True, drop_tables=["FFTM"])
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=MATH)
    subsetter.subset(font)
    subset.save_font(font, out, options)
    print(f"{out}: {os.path.getsize(out)} bytes, {len(font.getGlyphOrder())} glyphs")


def make(source, name, characters, features, weights, out):
    font = TTFont(source)
    axes = {axis.axisTag: None for axis in font["fvar"].axes}
    font = instancer.instantiateVariableFont(font, axes | {"wght": weights})
    with tempfile.TemporaryDirectory() as folder:
        whole = os.path.join(folder, "whole.ttf")
        font.save(whole)
        font = TTFont(whole)
    options = subset.Options(
        flavor="woff2", hinting=False, layout_features=features, name_IDs=[0, 1, 2, 4, 6, 13, 14], notdef_outline=True
    )
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    for record in font["name"].names:
        if record.nameID in (1, 4, 6):
            record.string = name.replace(" ", "") if record.nameID == 6 else name
    subset.save_font(font, out, options)
    print(f"{out}: {os.path.getsize(out)} bytes, {len(font.getGlyphOrder())} glyphs")


def ranges(characters):
    """As `unicode-range` has them."""
    runs = []
    for c in sorted(characters):
        if runs and runs[-1][1] == c - 1:
            runs[-1][1] = c
        else:
            runs.append([c, c])
    return ", ".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in runs)


def check(sheet, folder):
    """Holds every `unicode-range` of a sheet to what its font has."""
    wrong = 0
    for rule in re.findall(r"@font-face\s*{([^}]*)}", open(sheet, encoding="utf-8").read()):
        file = re.search(r"url\(fonts/([^)]*)\)", rule)
        listed = re.search(r"unicode-range:([^;]*)", rule)
        if not file or not listed:
            continue
        claimed = set()
        for part in listed[1].split(","):
            first, _, last = part.strip().removeprefix("U+").partition("-")
            claimed |= set(range(int(first, 16), int(last or first, 16) + 1))
        has = set(TTFont(os.path.join(folder, file[1])).getBestCmap())
        for what, characters in (("claims and lacks", claimed - has), ("has and does not claim", has - claimed)):
            if characters:
                wrong += 1
                print(f"{file[1]} {what} {ranges(characters)}")
    return wrong


if __name__ == "__main__":
    if sys.argv[1] == "check":
        sys.exit(check(sys.argv[2], sys.argv[3]))
    if len(sys.argv) == 3:
        make_math(f"{sys.argv[1]}/DejaVuMathTeXGyre.ttf", f"{sys.argv[2]}/math.woff2")
        sys.exit()
    noto, serif, to = sys.argv[1:]
    arabic = f"{noto}/files/noto-naskh-arabic-arabic-wght-normal.woff2"
    latin, latin_more = (f"{serif}/files/source-serif-4-{part}-wght" for part in ("latin", "latin-ext"))
    make(arabic, "Muwazana Naskh", ARABIC, ARABIC_FEATURES, (400, 700), f"{to}/naskh.woff2")
    make(f"{latin}-normal.woff2", "Muwazana Serif", LATIN, LATIN_FEATURES, (400, 700), f"{to}/serif.woff2")
    make(f"{latin_more}-normal.woff2", "Muwazana Serif", LATIN_MORE, LATIN_FEATURES, (400, 700), f"{to}/serif-more.woff2")
    make(f"{latin}-italic.woff2", "Muwazana Serif Italic", LATIN, ["kern", "liga"], 400, f"{to}/serif-italic.woff2")
    make(f"{latin_more}-italic.woff2", "Muwazana Serif Italic", LATIN_MORE, ["kern", "liga"], 400, f"{to}/serif-italic-more.woff2")
