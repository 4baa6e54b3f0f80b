import type { Examples } from './example.ts';

/** Examples of `fetch.*`, `file.*`, `text.*` and `licence.*`. */
export const FILE_EXAMPLES: Examples = {
  'fetch.unreachable': [
    '`odin harmonise trees.csv` where no such file is',
    'Nothing is read; the report says that the file cannot be opened, and why.',
  ],
  'fetch.html-instead-of-data': [
    '`register.csv` that begins `<!DOCTYPE html>` and is titled “Page not found”',
    'Refused; the message quotes the page’s title, and says so when the page asks for a password.',
  ],
  'fetch.not-data-format': [
    'a plan sent as PDF; `{"error":{"code":499,"message":"Token Required"}}`',
    'Refused; the message says what it is, and quotes the service’s own words.',
  ],
  'fetch.paging-incomplete': [
    'an ArcGIS answer with `"exceededTransferLimit": true`',
    'The records that came are read, and the report says that there are more.',
  ],
  'fetch.schema-drift': [
    'last edition `Ref, Name, Area`; this one `Reference, Name`',
    'The edition is compared, and the columns added and gone are named.',
  ],
  'file.empty': ['a file of 0 bytes, or of blank lines', 'Refused.'],
  'file.format-unknown': [
    '`data.bin` of bytes no format begins with',
    'Refused; the name of the file is not believed.',
  ],
  'file.extension-mismatch': ['a GeoJSON named `trees.csv`', 'Read as GeoJSON.'],
  'file.encrypted': [
    'a workbook or zip that opens with a password',
    'Refused; passwords are never asked for.',
  ],
  'file.macro-workbook': ['`register.xlsm`', 'The cells are read; no macro is run.'],
  'file.archive-nested': [
    '`all.zip` that holds `shapes.zip`',
    'The inner archive is opened too, once and no deeper.',
  ],
  'file.archive-multiple-datasets': [
    'a zip with `trees.shp` and `benches.shp`',
    'Each is listed as a layer; the one that looks like data is taken, or all alike.',
  ],
  'file.archive-bomb-or-path-escape': [
    'a zip with a member `../../etc/passwd`, or of 40 kB that unpacks to 4 GB',
    'Refused before anything is unpacked.',
  ],
  'file.missing-sidecar': [
    '`trees.shp` without `trees.dbf` or `trees.prj`',
    'The part that is there is read; the report names the part that is not.',
  ],
  'file.corrupt': ['half a zip', 'Refused, or read as far as it goes where the format allows.'],
  'file.deeply-nested': ['JSON of a million brackets within brackets', 'Refused.'],
  'file.too-large': ['a workbook that unpacks to more than the limit', 'Refused.'],
  'file.unsupported': [
    'a `.dwg` drawing, an old `.xls`',
    'Refused; the message names a form to export it in.',
  ],
  'file.truncated': [
    'GeoJSON that ends in the middle of a feature',
    'The features before the break are read.',
  ],
  'file.doctype': ['XML with `<!DOCTYPE … <!ENTITY …>`', 'Refused; no entity is ever expanded.'],
  'file.read-timeout': [
    'a file that takes longer than is allowed',
    'Stopped; the edition before stays.',
  ],
  'file.read-memory': [
    'a file that needs more memory than is allowed',
    'Stopped; the edition before stays.',
  ],
  'file.reader-failed': [
    'a file that makes the reading program end',
    'Nothing else is affected; the file is kept.',
  ],
  'text.encoding-guessed': [
    '`CafÃ©` bytes in windows-1252 without a mark',
    'Read as windows-1252, and told.',
  ],
  'text.mojibake': [
    '`Children’s Centre` published as `Childrenâ€™s Centre`',
    'Kept as published; never guessed back.',
  ],
  'text.bom': [
    'a CSV saved by Excel as “CSV UTF-8”',
    'The mark is used and left out of the first heading.',
  ],
  'text.nul-bytes': ['`Oak\\0\\0` from an old database', 'The empty bytes are dropped.'],
  'text.duplicate-key': ['`{"name":"Oak","name":"Ash"}`', '“Ash” is taken.'],
  'licence.missing': [
    'a file, its README and its metadata that say nothing',
    'Kept as a draft; never taken for open.',
  ],
  'licence.unrecognised': [
    '“Open Data”, “Yes”, “© OS 100019918”',
    'Kept as a draft; the message says why the words name no licence.',
  ],
  'licence.presumed': [
    'a descriptor that says OGL because the council’s open data page does',
    'Taken, and marked as presumed.',
  ],
  'licence.version-superseded': ['“OGL v2.0”', 'Kept as version 2.0.'],
  'licence.third-party-rights-unstated': [
    'columns `UPRN` and `Address` under OGL, with no word of the address gazetteer',
    'Read; the report asks where the addresses come from.',
  ],
  'licence.conditions-apply': [
    'data under the member licence of the Public Sector Geospatial Agreement',
    'Marked as for a named audience; never in public tiles.',
  ],
  'licence.evidence-missing': [
    'a descriptor that says “confirmed by e-mail” without the e-mail',
    'Taken, and the evidence asked for.',
  ],
  'licence.file-says-otherwise': [
    'given as OGL v3.0; the README says “INSPIRE End User Licence”',
    'The publisher’s word is taken, and the difference reported; two statements in the file alone are not chosen between.',
  ],
  'licence.stated-in-file': [
    'README.txt: “Published under the Open Government Licence v3.0”',
    'Taken under OGL-UK-3.0; the words and their place are kept.',
  ],
};
