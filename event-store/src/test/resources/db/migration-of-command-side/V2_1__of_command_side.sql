CREATE TABLE of_command_side (id bigint);
