-- What an archive really holds: the shapes drawn, and the zoom at which nothing is left out.
ALTER TABLE layer ADD COLUMN shapes TEXT NOT NULL DEFAULT '["point","line","polygon"]';
ALTER TABLE layer ADD COLUMN max_zoom INTEGER NOT NULL DEFAULT 14;
