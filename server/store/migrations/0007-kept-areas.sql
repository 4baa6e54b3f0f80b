-- Areas too long for an address. Nothing is kept of who sent one.
CREATE TABLE area (
  id TEXT PRIMARY KEY, -- 26 letters and digits: hash of `shape`
  shape TEXT NOT NULL, -- GeoJSON geometry, WGS 84, six decimals
  asked TEXT NOT NULL -- day it was last asked for: those longest unasked go first
) WITHOUT ROWID;
CREATE INDEX area_asked ON area (asked);
