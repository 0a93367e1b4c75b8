-- Who runs the migrations owns the log. mastro_app, where there is such a role, runs the application:
-- it may add to the log and read it, no more, and everything else is its own (ADR 28).
DO
$$
DECLARE
    log CONSTANT text[] :=
        ARRAY['ledger_event', 'ledger_seal', 'ledger_tree_node', 'ledger_checkpoint'];
    item record;
BEGIN
    IF current_user = 'mastro_app'
        OR NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'mastro_app') THEN
        RETURN;
    END IF;
    -- Several processes may be at it at the same time.
    PERFORM pg_advisory_xact_lock(7305808869231649133);
    -- A rebuild makes its tables in a schema of its own.
    EXECUTE format('GRANT CREATE ON DATABASE %I TO mastro_app', current_database());
    EXECUTE format('GRANT USAGE, CREATE ON SCHEMA %I TO mastro_app', current_schema());
    FOR item IN
        SELECT relname, relkind FROM pg_class
         WHERE relnamespace = current_schema()::regnamespace
           AND relkind IN ('r', 'p', 'v', 'S')
           AND relname <> ALL (log || 'flyway_schema_history'::text)
           AND pg_get_userbyid(relowner) <> 'mastro_app'
           -- The sequence of a column goes with its table.
           AND NOT EXISTS (
                   SELECT FROM pg_depend
                    WHERE objid = pg_class.oid AND relkind = 'S' AND deptype IN ('a', 'i'))
    LOOP
        EXECUTE format('ALTER %s %I OWNER TO mastro_app',
            CASE item.relkind WHEN 'S' THEN 'SEQUENCE' WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END,
            item.relname);
    END LOOP;
    FOR item IN
        SELECT relname FROM pg_class
         WHERE relnamespace = current_schema()::regnamespace AND relname = ANY (log)
    LOOP
        EXECUTE format('GRANT SELECT, INSERT ON %I TO mastro_app', item.relname);
    END LOOP;
    GRANT SELECT ON SEQUENCE ledger_event_global_index_seq TO mastro_app;
    GRANT SELECT ON flyway_schema_history TO mastro_app;
END
$$;
