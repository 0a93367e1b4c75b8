#!/usr/bin/env bash
# Makes the role as which Mastro works; the owner of the database only migrates (ADR 28).
# The image of PostgreSQL runs this once, when it makes the database.
set -euo pipefail

psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" \
    --set=password="$APPLICATION_PASSWORD" <<'SQL'
CREATE ROLE mastro_app LOGIN PASSWORD :'password';
SQL
