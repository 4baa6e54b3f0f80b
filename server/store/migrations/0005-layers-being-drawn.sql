-- A layer goes live before its tiles are drawn: which archive still serves, how far the next one is, 0 to 1,
-- and when whoever draws it last gave a sign of life. All null once it is drawn.
ALTER TABLE layer ADD COLUMN drawn_since TEXT;
ALTER TABLE layer ADD COLUMN drawing_share REAL;
ALTER TABLE layer ADD COLUMN drawing_at TEXT;
