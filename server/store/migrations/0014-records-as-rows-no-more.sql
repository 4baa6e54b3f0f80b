-- All of them stand in pages.
DROP TABLE feature_text;
DROP TABLE feature_box;
DROP TABLE feature;
