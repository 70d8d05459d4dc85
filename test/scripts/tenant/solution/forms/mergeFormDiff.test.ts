import { XMLSerializer } from "@xmldom/xmldom";
import fc from "fast-check";
import { effectiveFormXml } from "../../../../../scripts/tenant/solution/apply/effectiveFormXml";
import { isFormDiff } from "../../../../../scripts/tenant/solution/forms/isFormDiff";
import { mergeFormDiff } from "../../../../../scripts/tenant/solution/forms/mergeFormDiff";
import { parseXml } from "../../../../../scripts/tenant/solution/parseXml";

const base = `<form><tabs>
  <tab name="first" id="{t1}"><columns><column width="50%"><sections>
    <section name="details" id="{s1}"><rows><row><cell id="{c1}"><control id="name" classid="x" datafieldname="name" disabled="false" /></cell></row>
      <row><cell id="{c2}"><control id="owner" classid="x" /></cell></row></rows></section></sections></column>
    <column width="50%"><sections><section name="more" id="{s2}"><rows /></section></sections></column></columns></tab>
  <tab name="second" id="{t2}"><columns><column width="100%"><sections /></column></columns></tab></tabs>
  <events><event name="onload" application="false" active="false"><Handlers><Handler functionName="theirs" libraryName="their.js" handlerUniqueId="{h1}" /></Handlers></event></events></form>`;

const root = (xml: string) => {
  const parsed = parseXml("form", xml);
  if (!parsed.ok) throw new Error(parsed.finding.message);
  return parsed.root;
};

function merge(diff: string): { xml: string; problems: string[] } {
  const form = root(base);
  const problems = mergeFormDiff(form, root(`<form>${diff}</form>`));
  return { xml: new XMLSerializer().serializeToString(form), problems };
}

const at = (xml: string, ...texts: string[]): number[] => texts.map((text) => xml.indexOf(text));
const inOrder = (positions: number[]): boolean =>
  positions.every((position, index) => position > (positions[index - 1] ?? -1));

describe("an added tab", () => {
  const tab = (ordinal: number) =>
    `<tabs><tab name="ours" id="{t9}" ordinalvalue="${ordinal}" solutionaction="Added"><columns><column width="100%" id="0"><sections /></column></columns></tab></tabs>`;

  test("stands last when its ordinal is past all others, without its action", () => {
    const { xml, problems } = merge(tab(20));
    expect(problems).toEqual([]);
    expect(inOrder(at(xml, 'name="first"', 'name="second"', 'name="ours"'))).toBe(true);
    expect(xml).not.toContain("solutionaction");
  });

  test("stands where its ordinal says", () => {
    expect(inOrder(at(merge(tab(0)).xml, 'name="first"', 'name="ours"', 'name="second"'))).toBe(true);
  });
});

describe("changes along a path", () => {
  const inSection = (section: string, column = 0): string =>
    `<tabs><tab id="{t1}" name="first"><columns><column id="${column}"><sections>${section}</sections></column></columns></tab></tabs>`;

  test("a cell is added in a row of its own, behind those that are there", () => {
    const { xml, problems } = merge(
      inSection(
        '<section id="{s1}"><rows><row><cell id="{c9}" ordinalvalue="10000" solutionaction="Added"><control id="score" classid="x" /></cell></row></rows></section>',
      ),
    );
    expect(problems).toEqual([]);
    expect(inOrder(at(xml, 'id="name"', 'id="owner"', 'id="score"'))).toBe(true);
  });

  test("a section goes to the column of that index", () => {
    const { xml, problems } = merge(
      inSection('<section name="ours" id="{s9}" solutionaction="Added"><rows /></section>', 1),
    );
    expect(problems).toEqual([]);
    expect(inOrder(at(xml, 'name="details"', 'name="more"', 'name="ours"'))).toBe(true);
  });

  test("a control is modified and keeps what the diff does not say", () => {
    const { xml } = merge(
      inSection(
        '<section id="{s1}"><rows><row><cell id="{c1}"><control id="name" disabled="true" solutionaction="Modified" /></cell></row></rows></section>',
      ),
    );
    expect(xml).toMatch(/<control id="name" classid="x" datafieldname="name" disabled="true"\s*\/>/);
  });

  test("a cell is removed and its neighbours stay", () => {
    const { xml } = merge(
      inSection('<section id="{s1}"><rows><row><cell id="{c2}" solutionaction="Removed" /></row></rows></section>'),
    );
    expect(xml).not.toContain('id="owner"');
    expect(xml).toContain('id="name"');
  });

  test.each([
    ["a tab", '<tabs><tab id="{t7}" name="ghost"><columns /></tab></tabs>', 'no tab "ghost"'],
    ["a section", inSection('<section id="{s7}" name="ghost"><rows /></section>'), 'no section "ghost"'],
    [
      "a cell",
      inSection('<section id="{s1}"><rows><row><cell id="{c7}" solutionaction="Modified" /></row></rows></section>'),
      'no cell "{c7}"',
    ],
    ["a column", inSection('<section id="{s1}" />', 5), "no column"],
  ])("%s that the form does not have is a problem", (_what, diff, words) => {
    expect(merge(diff).problems.join()).toContain(words);
  });
});

describe("libraries, handlers and control descriptions", () => {
  test("a handler joins those of the event", () => {
    const { xml, problems } = merge(
      '<events><event name="onload" application="false" active="false"><Handlers><Handler functionName="ours" libraryName="our.js" handlerUniqueId="{h9}" solutionaction="Added" /></Handlers></event></events>',
    );
    expect(problems).toEqual([]);
    expect(inOrder(at(xml, 'functionName="theirs"', 'functionName="ours"'))).toBe(true);
  });

  test("a collection the form does not have comes into being", () => {
    const { xml, problems } = merge(
      '<formLibraries solutionaction="Added"><Library name="our.js" libraryUniqueId="{l9}" /></formLibraries>',
    );
    expect(problems).toEqual([]);
    expect(xml).toContain('<Library name="our.js"');
  });

  test("one that is only the path to something added has to be there", () => {
    const { problems } = merge(
      '<controlDescriptions><controlDescription forControl="{u1}" solutionaction="Added" /></controlDescriptions>',
    );
    expect(problems).toEqual([expect.stringContaining("no controlDescriptions")]);
  });

  test("one that is marked added and is there already is joined with it: nobody's handler is lost", () => {
    const { xml, problems } = merge(
      '<events solutionaction="Added"><event name="onload" application="false" active="false"><Handlers>' +
        '<Handler functionName="ours" libraryName="our.js" handlerUniqueId="{h9}" /></Handlers></event></events>',
    );
    expect(problems).toEqual([]);
    expect(inOrder(at(xml, 'functionName="theirs"', 'functionName="ours"'))).toBe(true);
    expect(xml.match(/<event /g)).toHaveLength(1);
  });
});

test("a diff is told from a form by its actions", () => {
  expect(isFormDiff(root(base))).toBe(false);
  expect(isFormDiff(root('<form><tabs><tab id="{t9}" solutionaction="Added" /></tabs></form>'))).toBe(true);
});

describe("layers", () => {
  const addTab = (name: string) =>
    `<form><tabs><tab name="${name}" id="{${name}}" solutionaction="Added"><columns /></tab></tabs></form>`;

  test("law: diffs that add tabs of their own all show in the order of their layers, however they are read", () => {
    const layers = (names: string[]) =>
      names.map((name, index) => ({ solution: name, order: index + 2, formXml: addTab(name) }));
    const names = fc.uniqueArray(fc.stringMatching(/^tab_[a-z]{1,8}$/), { minLength: 1, maxLength: 5 });
    const cases = names.chain((list) => {
      const all = [{ solution: "base", order: 1, formXml: base }, ...layers(list)];
      return fc.tuple(fc.constant(list), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }));
    });
    fc.assert(
      fc.property(cases, ([list, shuffled]) => {
        const xml = effectiveFormXml(shuffled);
        const tabs = ["first", "second", ...list].map((name) => `<tab name="${name}"`);
        expect(inOrder(at(xml, ...tabs))).toBe(true);
      }),
    );
  });

  test("a whole form above hides what is below it", () => {
    const whole = '<form><tabs><tab name="mine" id="{m}"><columns /></tab></tabs></form>';
    const layers = [
      { solution: "base", order: 1, formXml: base },
      { solution: "ours", order: 2, formXml: addTab("ours") },
      { solution: "Active", order: 1_000_000, formXml: whole },
    ];
    expect(effectiveFormXml(layers)).toBe(whole);
  });
});
