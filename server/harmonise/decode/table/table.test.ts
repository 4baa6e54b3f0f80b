import { describe, expect, it } from 'vitest';
import { read, valuesOf } from '../testing/read.ts';

describe('readTable()', () => {
  it('finds the header below a title and keeps what it says of the licence', () => {
    const found = read(
      'Street lights 2024,,,\nOpen Government Licence v3.0,,,\n,,,\nid,name,x,y\n1,A,2,3\n2,B,4,5\n',
    );
    expect(found.columns).toEqual(['id', 'name', 'x', 'y']);
    expect(found.codes).toEqual(['table.header-not-first-row']);
    expect(found.records.map(({ line }) => line)).toEqual([5, 6]);
    expect('layers' in found.file && found.file.layers[0]?.licenceText).toBe(
      'Open Government Licence v3.0',
    );
  });

  it('keeps blank and duplicate headings and reports them', () => {
    const found = read('id,,name,Name\n1,x,A,B\n');
    expect(found.columns).toEqual(['id', '', 'name', 'Name']);
    expect(found.codes).toEqual(['table.blank-header', 'table.duplicate-header']);
  });

  it('leaves out empty columns without a heading at the right', () => {
    const found = read('a,b,,,\n1,2,,,\n3,4,,,\n');
    expect(found.columns).toEqual(['a', 'b']);
    expect(found.issues.map(({ code, severity }) => [code, severity])).toEqual([
      ['table.blank-header', 'info'],
    ]);
  });

  it('skips a units row, instructions, blank rows, a total row and a footnote, and says so', () => {
    const found = read(
      'ref,length,width,note\n,m,mm,\ne.g. S1,,,\nS1,10,5,new\n,,,\nS2,20,6,old\nTotal,30,11,\nSource: council survey,,,\n',
    );
    expect(valuesOf(found).map(([ref]) => ref)).toEqual(['S1', 'S2']);
    expect(found.issues.map(({ code, line }) => [code, line])).toEqual([
      ['table.units-row', 2],
      ['table.template-row', 3],
      ['table.blank-row', 5],
      ['table.total-row', 7],
      ['table.note-row', 8],
    ]);
  });

  it('skips headings repeated, headings of sections, remarks and summaries among the records', () => {
    const found = read(
      'ref,name,x,y\nNorth area,,,\nA1,One,1,1\nA2,Two,2,2\nref,Name,X,Y\nA3,Three,3,3\nAverage,,2,2\n\nMore at the town hall,,,\nAsk there,,,\n',
    );
    expect(valuesOf(found).map(([ref]) => ref)).toEqual(['A1', 'A2', 'A3']);
    expect(found.issues.map(({ code, line }) => [code, line])).toEqual([
      ['table.note-row', 2],
      ['table.note-row', 5],
      ['table.total-row', 7],
      ['table.blank-row', 8],
      ['table.note-row', 9],
      ['table.note-row', 10],
    ]);
  });

  it('ends where another table begins, and says so', () => {
    const found = read('ref,x,y\nA,1,1\nB,2,2\n\ncode,meaning,source\nL,live,us\n');
    expect(valuesOf(found)).toHaveLength(2);
    expect(found.issues.at(-1)).toMatchObject({ code: 'table.second-table', line: 5 });
  });

  it('keeps sparse records after a blank row', () => {
    const found = read('ref,name,x,y\nA1,One,1,1\nA2,Two,2,2\n\nA3,,,\nA4,Four,n/a,\n');
    expect(found.records).toHaveLength(4);
  });

  it('skips a row that numbers the columns or names them as a program does', () => {
    expect(valuesOf(read('a,b,c,d,e,f\n1,2,3,4,5,6\nU,V,W,X,Y,Z\n'))).toHaveLength(1);
    const twice = read('Site reference,Site name\nSiteReference,SiteName\nA,One\n');
    expect(valuesOf(twice)).toEqual([['A', 'One']]);
  });

  it('joins headings whose second row only fills the gaps of the first', () => {
    const found = read('Ref,Name,Location,\n,,Easting,Northing\nA,One,384000,398000\nB,Two,1,2\n');
    expect(found.columns).toEqual(['Ref', 'Name', 'Easting', 'Northing']);
  });

  it('keeps a record whose name happens to be “Total”', () => {
    const found = read('name,address,x,y\nShell,1 High St,3,4\nTotal,2 High St,5,6\n');
    expect(found.records).toHaveLength(2);
  });

  it('joins a group heading to the headings below it where they would be alike', () => {
    const found = read(
      'Ward,2019,,2020,\n,Lights,Signs,Lights,Signs\nHale,1,2,3,4\nUnsworth,5,6,7,8\n',
    );
    expect(found.columns).toEqual([
      'Ward',
      '2019 Lights',
      '2019 Signs',
      '2020 Lights',
      '2020 Signs',
    ]);
    expect(found.codes).toEqual(['table.multi-row-header']);
  });

  it('does not take a first row of data for headings', () => {
    const found = read('S1,384000,398000\nS2,384100,398100\nS3,384200,398200\n');
    expect(found.codes).toEqual(['table.header-missing']);
    expect(found.columns).toEqual(['', '', '']);
    expect(found.records).toHaveLength(3);
  });

  it('takes years as headings', () => {
    expect(read('Ward,2019,2020\nHale,1,2\nUnsworth,3,4\n').columns).toEqual([
      'Ward',
      '2019',
      '2020',
    ]);
  });
});
