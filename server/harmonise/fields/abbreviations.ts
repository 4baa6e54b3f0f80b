/**
 * Short forms of words in column headings and what they stand for.
 * Source: headings of council registers, DNO tables and shapefiles of the planning data configuration.
 */
const SPELLED_OUT = `
reference: ref refs refno
number: no num nbr nr numb
address: addr add adress
application: app appl appn applic
organisation: org organization orgn
description: desc descr descrip descriptn
development: dev devt devmt
permission: perm permissn
minimum: min
maximum: max
location: loc locn
hazardous: haz
substance: subst subs
date: dt
code: cd
name: nm
designation: desig designated designat
confirmed: conf confirm
diameter: dia diam
height: ht hgt
length: len lgth
year: yr
quantity: qty
capacity: cap capac
column: col
category: cat
authority: auth
telephone: tel phone
percent: pct percentage
average: avg ave
material: mat matl
total: tot
extension: ext
estimated: est
status: stat sts
dwelling: dwell dwgs dwg home house
owner: ownr
ownership: own
previous: prev
planning: plan plng
property: prop
premises: prem
district: dist
manhole: mh
pressure: press
registered: reg regd
voltage: volt volts
installed: inst instal
`;

const BY_SHORT: ReadonlyMap<string, string> = new Map(
  SPELLED_OUT.trim()
    .split('\n')
    .flatMap((line) => {
      const [word = '', shorts = ''] = line.split(': ');
      return shorts.split(' ').map((short): [string, string] => [short, word]);
    }),
);

/** A heading's word written out: `ref` → `reference`, `haz` → `hazardous`; other words as they are. */
export const spellOut = (word: string): string => BY_SHORT.get(word) ?? word;
