-- Whose word it is, where a second person's has to stand beside it: `right:<fingerprint>` of an edition that is held.
ALTER TABLE publisher_word ADD COLUMN account TEXT;
