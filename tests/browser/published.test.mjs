// What the site tells programs, held to the definitions of the field: the sitemap to its schema, the structured data to the
// vocabulary of schema.org.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { validateXML } from "xmllint-wasm";
import { binary, fixture } from "./site.mjs";

const installed = (path) => fileURLToPath(new URL(`node_modules/${path}`, import.meta.url));

let built;
before(() => {
  built = mkdtempSync(join(tmpdir(), "muwazana-published-"));
  execFileSync(binary, ["build", "--root", fixture, "--out", built], { stdio: "ignore" });
});
after(() => rmSync(built, { recursive: true, force: true }));

const published = (path) => readFileSync(join(built, path), "utf8");

// The links to other languages are of XHTML, whose own schema says more than a sitemap needs.
const links = `<?xml version="1.0"?>
<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/1999/xhtml">
  <xsd:element name="link"><xsd:complexType>
    <xsd:attribute name="rel" use="required" fixed="alternate"/>
    <xsd:attribute name="hreflang" use="required"><xsd:simpleType><xsd:union memberTypes="xsd:language">
      <xsd:simpleType><xsd:restriction base="xsd:string"><xsd:enumeration value="x-default"/></xsd:restriction></xsd:simpleType>
    </xsd:union></xsd:simpleType></xsd:attribute>
    <xsd:attribute name="href" use="required" type="xsd:anyURI"/>
  </xsd:complexType></xsd:element>
</xsd:schema>`;
const both = `<?xml version="1.0"?>
<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">
  <xsd:import namespace="http://www.sitemaps.org/schemas/sitemap/0.9" schemaLocation="sitemap.xsd"/>
  <xsd:import namespace="http://www.w3.org/1999/xhtml" schemaLocation="links.xsd"/>
</xsd:schema>`;

test("the sitemap is what its schema says", async () => {
  const preload = [
    { fileName: "sitemap.xsd", contents: readFileSync(installed("sitemap/schema/sitemap.xsd"), "utf8") },
    { fileName: "links.xsd", contents: links },
  ];
  const errors = async (contents) => {
    const checked = await validateXML({ xml: [{ fileName: "sitemap.xml", contents }], schema: [both], preload });
    return checked.errors;
  };
  const sitemap = published("sitemap.xml");
  assert.deepEqual(await errors(sitemap), []);
  assert.ok(sitemap.match(/<lastmod>/g).length > 3 && sitemap.includes('hreflang="x-default"'));
  // The schema finds what is wrong.
  assert.notEqual((await errors(sitemap.replace("<lastmod>", "<lastmod>x"))).length, 0);
  assert.notEqual((await errors(sitemap.replace('rel="alternate"', 'rel="x"'))).length, 0);
});

test("structured data has only words of schema.org, each with what it may be", () => {
  const pages = readdirSync(built, { recursive: true }).filter((path) => path.endsWith(".html"));
  const scripts = pages.flatMap((path) => [...published(path).matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)]);
  const data = scripts.map(([, json]) => json);
  assert.ok(data.length > 20, `${data.length} pages with data`);
  const folder = mkdtempSync(join(fileURLToPath(new URL(".", import.meta.url)), "node_modules/.vocabulary-"));
  const check = (texts) => {
    const name = (n) => join(folder, `data-${n}.ts`);
    const type = 'import type { Graph } from "schema-dts";\nexport const data: Graph = ';
    writeFileSync(name(0), texts.map((json, n) => (n ? `export const data${n}: Graph = ` : type) + json + ";\n").join(""));
    try {
      execFileSync(process.execPath, [installed("typescript/bin/tsc"), "--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", name(0)], { encoding: "utf8" });
      return "";
    } catch (failure) {
      return failure.stdout;
    }
  };
  try {
    assert.equal(check(data), "");
    // The check finds a word that is none, and one in a place where it says nothing.
    assert.match(check([data.find((json) => json.includes('"Article"')).replace('"headline"', '"headlines"')]), /error TS/);
    assert.match(check([data.find((json) => json.includes('"DefinedTerm"')).replace('"mainEntity"', '"isPartOf"')]), /error TS/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
