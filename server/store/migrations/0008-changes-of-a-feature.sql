-- What became of one feature, over all editions.
CREATE INDEX change_of_feature ON change (id, edition);
