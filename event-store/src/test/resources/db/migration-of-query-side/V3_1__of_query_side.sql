CREATE TABLE of_query_side (id bigint);
