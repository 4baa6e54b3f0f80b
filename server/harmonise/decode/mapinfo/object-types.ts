/** How an object's type number is read; even forms hold 16-bit differences from an origin. */
export type Kind =
  | 'point'
  | 'font-point'
  | 'custom-point'
  | 'line'
  | 'polyline'
  | 'multiline'
  | 'region'
  | 'rectangle'
  | 'round-rectangle'
  | 'multipoint'
  | 'arc'
  | 'ellipse'
  | 'text';
/** What is read under a type number, and by the rules of which version of MapInfo. */
export type ObjectType = { readonly kind: Kind; readonly version: 300 | 450 | 800 };

/** Source: MITAB, mitab_priv.h (TAB_GEOM_*). */
export const TYPES: ReadonlyMap<number, ObjectType> = new Map<number, ObjectType>([
  [0x01, { kind: 'point', version: 300 }],
  [0x04, { kind: 'line', version: 300 }],
  [0x07, { kind: 'polyline', version: 300 }],
  [0x0a, { kind: 'arc', version: 300 }],
  [0x0d, { kind: 'region', version: 300 }],
  [0x10, { kind: 'text', version: 300 }],
  [0x13, { kind: 'rectangle', version: 300 }],
  [0x16, { kind: 'round-rectangle', version: 300 }],
  [0x19, { kind: 'ellipse', version: 300 }],
  [0x25, { kind: 'multiline', version: 300 }],
  [0x28, { kind: 'font-point', version: 300 }],
  [0x2b, { kind: 'custom-point', version: 300 }],
  [0x2e, { kind: 'region', version: 450 }],
  [0x31, { kind: 'multiline', version: 450 }],
  [0x34, { kind: 'multipoint', version: 300 }],
  [0x3d, { kind: 'region', version: 800 }],
  [0x40, { kind: 'multiline', version: 800 }],
  [0x43, { kind: 'multipoint', version: 800 }],
]);
